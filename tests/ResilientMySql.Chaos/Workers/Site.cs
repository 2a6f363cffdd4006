using System.Data.Common;
using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Subjects;

namespace ResilientMySql.Chaos.Workers;

/// <summary>What the workers of one server share. Thread-safe.</summary>
internal sealed class Site
{
    private readonly List<DbDataSource> _sources = [];
    private DbDataSource? _common;
    private long _lastId;

    public required Subject Subject { get; init; }

    /// <summary>Leads to the server, through the proxy.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Where all workers get their connections from.</summary>
    public IReadOnlyList<DbDataSource> Sources => _sources;

    public required RequestWatch Requests { get; init; }

    /// <summary>The schema that connections are opened with.</summary>
    public required string Database { get; init; }

    public required WorkTally Work { get; init; }

    public WriteLedger Ledger { get; } = new();

    public StrikeLog Strikes { get; } = new();

    public Outages Outages { get; } = new();

    public ViolationLog Violations { get; } = new();

    /// <summary>
    /// Where a worker gets its connections from: all of them from the same source, but those with generated statements, whose
    /// sessions must tell whose they are. To be asked before work begins.
    /// </summary>
    public DbDataSource SourceOf(WorkerTraits traits)
    {
        if (traits.Wire is not { } wire)
            return _common ??= Add(ConnectionString);

        return Add($"{ConnectionString};Wire={wire};Session Init Sql='DO 1 {WorkerTag.Of(traits.Number)}'");

        DbDataSource Add(string connectionString)
        {
            DbDataSource source = Subject.CreateDataSource(connectionString, Work.NoteRecovery);
            _sources.Add(source);
            return source;
        }
    }

    /// <summary>An id that nobody had before.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);
}
