using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Moves money between two accounts in a transaction, which also leaves a row with an id of its own.</summary>
internal class TransferWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    protected override string Trade => "transfer";

    protected override async Task StepAsync()
    {
        long id = Site.NextId();
        int from = 1 + Random.Next(Schema.Accounts);
        int to = 1 + ((from + Random.Next(Schema.Accounts - 1)) % Schema.Accounts);
        int amount = 1 + Random.Next(100);
        Exception? failure = await AttemptAsync(connection => TransferAsync(connection, id, from, to, amount));
        NoteWrite(WriteKind.Transfer, id, failure);
        if (failure is null)
            NoteDone();
    }

    protected virtual Task BookAsync(DbTransaction transaction, int account, int change) =>
        RunAsync(transaction, $"UPDATE chaos_account SET balance = balance + {change} WHERE id = {account}");

    protected virtual Task NoteAsync(DbTransaction transaction, long id, int source, int target, int amount) =>
        RunAsync(transaction, $"INSERT INTO chaos_transfer (id, source, target, amount) VALUES ({id}, {source}, {target}, {amount})");

    private async Task TransferAsync(DbConnection connection, long id, int from, int to, int amount)
    {
        DbTransaction transaction = await Mode.BeginAsync(connection);
        try
        {
            // Always the smaller account first, so that no two transfers wait for each other.
            (int account, int change)[] changes = from < to ? [(from, -amount), (to, amount)] : [(to, amount), (from, -amount)];
            foreach ((int account, int change) in changes)
                await BookAsync(transaction, account, change);

            await NoteAsync(transaction, id, from, to, amount);
            if (Random.Next(8) == 0)
                await Mode.PauseAsync(TimeSpan.FromMilliseconds(Random.Next(60)), CancellationToken.None);

            Since = Stopwatch.GetTimestamp();
            await Mode.CommitAsync(transaction);
        }
        finally
        {
            await GiveUpAsync(transaction);
        }
    }

    private async Task RunAsync(DbTransaction transaction, string sql)
    {
        DbCommand command = CreateCommand(transaction.Connection!, sql, transaction);
        try
        {
            if (Traits.IsPrepared)
                await Mode.PrepareAsync(command);
            await Mode.ExecuteAsync(command);
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification =
        "What it throws must not hide why the transaction failed.")]
    private async Task GiveUpAsync(DbTransaction transaction)
    {
        try
        {
            await Mode.DisposeAsync(transaction);
        }
        catch (Exception exception)
        {
            if (Site.Subject.MakesPromises)
                Violate(ViolationKind.UnexpectedError, $"Disposing of a transaction: {Describe(exception)}");
        }
    }
}
