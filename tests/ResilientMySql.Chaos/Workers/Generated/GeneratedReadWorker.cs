using System.Data.Common;

namespace ResilientMySql.Chaos.Workers.Generated;

/// <summary>The same with generated queries, which hand out no reader: one that fails has no excuse.</summary>
internal sealed class GeneratedReadWorker(Site site, WorkerTraits traits, Random random) : ReadWorker(site, traits, random)
{
    protected override async Task<long> SumAsync(DbConnection connection)
    {
        var generated = (ResilientMySqlConnection)connection;
        long? sum = Mode is CallMode.Sync ? generated.Sum(Schema.Accounts) : await generated.SumAsync(Schema.Accounts);
        NoteWay(generated);
        return sum ?? 0;
    }

    protected override async Task<IReadOnlyList<long>> ListAsync(DbConnection connection)
    {
        var generated = (ResilientMySqlConnection)connection;
        List<long> ids = Mode is CallMode.Sync ? generated.List(Schema.Accounts) : await generated.ListAsync(Schema.Accounts);
        NoteWay(generated);
        return ids;
    }
}
