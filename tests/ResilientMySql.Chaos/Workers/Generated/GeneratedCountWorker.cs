using System.Data.Common;

namespace ResilientMySql.Chaos.Workers.Generated;

/// <summary>The same with a generated statement.</summary>
internal sealed class GeneratedCountWorker(Site site, WorkerTraits traits, Random random) : CountWorker(site, traits, random)
{
    protected override async Task RaiseAsync(DbConnection connection, long id)
    {
        var generated = (ResilientMySqlConnection)connection;
        NoteWritten(Mode is CallMode.Sync ? generated.Raise(id) : await generated.RaiseAsync(id), generated);
    }
}
