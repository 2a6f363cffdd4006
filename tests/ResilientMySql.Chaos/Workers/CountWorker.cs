using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Raises counters, which nobody can do twice without its being seen.</summary>
internal sealed class CountWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    protected override string Trade => "count";

    protected override async Task StepAsync()
    {
        long id = 1 + Random.Next(Schema.Counters);
        Exception? failure = await AttemptAsync(
            connection => ExecuteAsync(connection, "UPDATE chaos_counter SET value = value + 1 WHERE id = @id", id));
        NoteWrite(WriteKind.Count, id, failure);
        if (failure is null)
            NoteDone();
    }
}
