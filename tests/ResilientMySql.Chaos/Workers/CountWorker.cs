using System.Data.Common;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Raises counters, which nobody can do twice without its being seen.</summary>
internal class CountWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    protected override string Trade => "count";

    protected override async Task StepAsync()
    {
        long id = 1 + Random.Next(Schema.Counters);
        Exception? failure = await AttemptAsync(connection => RaiseAsync(connection, id));
        NoteWrite(WriteKind.Count, id, failure);
        if (failure is null)
            NoteDone();
    }

    protected virtual Task RaiseAsync(DbConnection connection, long id) =>
        ExecuteAsync(connection, "UPDATE chaos_counter SET value = value + 1 WHERE id = @id", id);
}
