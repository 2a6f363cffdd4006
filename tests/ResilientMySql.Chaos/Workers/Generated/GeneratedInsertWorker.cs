using System.Data.Common;

namespace ResilientMySql.Chaos.Workers.Generated;

/// <summary>The same with a generated statement.</summary>
internal sealed class GeneratedInsertWorker(Site site, WorkerTraits traits, Random random) : InsertWorker(site, traits, random)
{
    protected override async Task InsertAsync(DbConnection connection, long id)
    {
        var generated = (ResilientMySqlConnection)connection;
        NoteWritten(Mode is CallMode.Sync ? generated.Insert(id) : await generated.InsertAsync(id), generated);
    }
}
