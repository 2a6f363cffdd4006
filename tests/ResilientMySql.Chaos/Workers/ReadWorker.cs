using System.Data.Common;
using System.Globalization;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Reads what must always be the same: the sum of all accounts, and their list.</summary>
internal sealed class ReadWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    private bool _hasReader;

    protected override string Trade => "read";

    protected override async Task StepAsync()
    {
        _hasReader = false;
        Func<DbConnection, Task> read = Random.Next(2) == 0 ? ReadSumAsync : ReadListAsync;
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

    private async Task ReadSumAsync(DbConnection connection)
    {
        DbCommand command = CreateCommand(connection, "SELECT SUM(balance) FROM chaos_account");
        try
        {
            if (Traits.IsPrepared)
                await Mode.PrepareAsync(command);
            long sum = Convert.ToInt64(await Mode.ScalarAsync(command), CultureInfo.InvariantCulture);
            if (sum != Schema.Total)
                Violate(ViolationKind.WrongRead, $"The accounts have {sum} together, not {Schema.Total}");
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }

    private async Task ReadListAsync(DbConnection connection)
    {
        DbCommand command = CreateCommand(connection, "SELECT id, balance FROM chaos_account ORDER BY id");
        try
        {
            DbDataReader reader = await Mode.ReaderAsync(command);
            _hasReader = true;
            try
            {
                var count = 0;
                while (await Mode.ReadAsync(reader))
                    count += reader.GetInt64(0) == count + 1 ? 1 : Schema.Accounts;
                if (count != Schema.Accounts)
                    Violate(ViolationKind.WrongRead, $"The list of {Schema.Accounts} accounts came out wrong, or ended early without an error: {count}");
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
}
