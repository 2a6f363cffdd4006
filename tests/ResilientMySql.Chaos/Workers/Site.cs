using System.Data.Common;
using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Subjects;

namespace ResilientMySql.Chaos.Workers;

/// <summary>What the workers of one server share. Thread-safe.</summary>
internal sealed class Site
{
    private long _lastId;

    public required Subject Subject { get; init; }

    public required DbDataSource Source { get; init; }

    public required RequestWatch Requests { get; init; }

    /// <summary>The schema that connections are opened with.</summary>
    public required string Database { get; init; }

    public required WorkTally Work { get; init; }

    public WriteLedger Ledger { get; } = new();

    public StrikeLog Strikes { get; } = new();

    public Outages Outages { get; } = new();

    public ViolationLog Violations { get; } = new();

    /// <summary>An id that nobody had before.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);
}
