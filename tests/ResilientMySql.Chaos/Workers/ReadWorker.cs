using System.Data.Common;
using System.Globalization;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Reads what must always be the same: the sum of all accounts, and their list.</summary>
internal class ReadWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    private static readonly IEnumerable<long> AllAccounts = Enumerable.Range(1, Schema.Accounts).Select(static id => (long)id);

    private bool _hasReader;

    protected override string Trade => "read";

    protected override async Task StepAsync()
    {
        _hasReader = false;
        Func<DbConnection, Task> read = Random.Next(2) == 0 ? CheckSumAsync : CheckListAsync;
        switch (await AttemptAsync(read))
        {
            case null:
                NoteDone();
                break;
            case { } failure when _hasReader:
                Note(failure);
                break;
            case { } failure:
                NoteFailed(ViolationKind.FailedRead, failure);
                break;
        }
    }

    protected virtual async Task<long> SumAsync(DbConnection connection)
    {
        DbCommand command = CreateCommand(connection, "SELECT SUM(balance) FROM chaos_account");
        try
        {
            if (Traits.IsPrepared)
                await Mode.PrepareAsync(command);
            return Convert.ToInt64(await Mode.ScalarAsync(command), CultureInfo.InvariantCulture);
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }

    protected virtual async Task<IReadOnlyList<long>> ListAsync(DbConnection connection)
    {
        DbCommand command = CreateCommand(connection, "SELECT id, balance FROM chaos_account ORDER BY id");
        try
        {
            DbDataReader reader = await Mode.ReaderAsync(command);
            _hasReader = true;
            try
            {
                var ids = new List<long>();
                while (await Mode.ReadAsync(reader))
                    ids.Add(reader.GetInt64(0));
                return ids;
            }
            finally
            {
                await Mode.DisposeAsync(reader);
            }
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }

    private async Task CheckSumAsync(DbConnection connection)
    {
        long sum = await SumAsync(connection);
        if (sum != Schema.Total)
            Violate(ViolationKind.WrongRead, $"The accounts have {sum} together, not {Schema.Total}");
    }

    private async Task CheckListAsync(DbConnection connection)
    {
        IReadOnlyList<long> ids = await ListAsync(connection);
        if (!ids.SequenceEqual(AllAccounts))
            Violate(ViolationKind.WrongRead, $"The list of {Schema.Accounts} accounts came out wrong, or ended early without an error: {string.Join(", ", ids)}");
    }
}
