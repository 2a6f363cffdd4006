using System.Data.Common;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Inserts rows whose ids nobody else has; no index keeps an id from coming twice.</summary>
internal class InsertWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    protected override string Trade => "insert";

    protected override async Task StepAsync()
    {
        long id = Site.NextId();
        Exception? failure = await AttemptAsync(connection => InsertAsync(connection, id));
        NoteWrite(WriteKind.Insert, id, failure);
        if (failure is null)
            NoteDone();
    }

    protected virtual Task InsertAsync(DbConnection connection, long id) =>
        ExecuteAsync(connection, "INSERT INTO chaos_ledger (id) VALUES (@id)", id);
}
