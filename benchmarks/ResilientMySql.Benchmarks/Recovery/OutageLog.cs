using System.Diagnostics;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What all callers saw of an outage; times are timestamps of <see cref="Stopwatch"/>.</summary>
internal sealed record OutageLog
{
    /// <summary>In no particular order.</summary>
    public required IReadOnlyList<OutageRequest> Requests { get; init; }

    /// <summary>Since when everybody's sessions were open and the code compiled: what comes before counts for nothing.</summary>
    public required long Settled { get; init; }

    /// <summary>Just before the server was killed.</summary>
    public required long Killed { get; init; }

    /// <summary>Just before it was started again, long enough after its end for nobody to still get an answer of its former life.</summary>
    public required long Restarted { get; init; }

    /// <summary>When it greeted the first client again.</summary>
    public required long Accepted { get; init; }
}
