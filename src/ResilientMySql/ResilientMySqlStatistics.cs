using System.Collections.Immutable;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>What a pool has at one moment, and what has happened since it was made: sums that only grow.</summary>
/// <remarks>The numbers of sessions belong to one moment; the sums were read one after the other.</remarks>
public sealed class ResilientMySqlStatistics
{
    private readonly ImmutableArray<long> _refusals;
    private readonly WireCounts _queries;

    internal ResilientMySqlStatistics(SessionCounters counters, WireCounts queries)
    {
        _queries = queries;
        Opened = counters.Opened;
        Closed = counters.Closed;
        Resets = counters.Resets;
        RehydrationsOnCall = counters.RehydrationsBy(RehydrationCause.Call);
        RehydrationsOnRerun = counters.RehydrationsBy(RehydrationCause.Rerun);
        RehydrationsOnLease = counters.RehydrationsBy(RehydrationCause.Lease);
        RehydrationsWhileIdle = counters.RehydrationsBy(RehydrationCause.Idle);
        FailedRehydrations = counters.FailedRehydrations;
        UnknownOutcomes = counters.UnknownOutcomes;
        LeakedConnections = counters.Leaks;
        _refusals = counters.Refusals;
    }

    /// <summary>Sessions that nobody has.</summary>
    public required int IdleSessions { get; init; }

    /// <summary>Sessions that a connection or a generated query has.</summary>
    public required int LeasedSessions { get; init; }

    /// <summary>Sessions on their way: being opened, or looked after while idle.</summary>
    public required int OpeningSessions { get; init; }

    /// <summary>Callers who wait because all sessions are in use.</summary>
    public required int WaitingCallers { get; init; }

    /// <summary>How often a session was asked for.</summary>
    public required long Leases { get; init; }

    /// <summary>Physical sessions opened for the pool, without those that replaced lost ones.</summary>
    public long Opened { get; }

    /// <summary>Sessions closed: too old, idle for too long, changed beyond a reset, or their pool was cleared.</summary>
    public long Closed { get; }

    /// <summary>Sessions that were reset because their users had changed them. All other leases were returned without a round trip.</summary>
    public long Resets { get; }

    /// <summary>Sessions that a call found dead, and that were replaced before it ran.</summary>
    public long RehydrationsOnCall { get; }

    /// <summary>Sessions that died while they ran a statement that only reads, and that were replaced to run it once more.</summary>
    public long RehydrationsOnRerun { get; }

    /// <summary>Sessions that were found dead when they were to be lent.</summary>
    public long RehydrationsOnLease { get; }

    /// <summary>Sessions that were replaced in the background, before anybody needed them.</summary>
    public long RehydrationsWhileIdle { get; }

    /// <summary>Lost sessions that could not be replaced in time, attempts in the background included.</summary>
    public long FailedRehydrations { get; }

    /// <summary>Calls that ended with <see cref="ExecutionOutcome.Unknown"/>.</summary>
    public long UnknownOutcomes { get; }

    /// <summary>Connections that were dropped without being closed, and whose sessions were taken back.</summary>
    public long LeakedConnections { get; }

    /// <summary>Generated queries that were executed past the driver (<see cref="WireMode.Auto"/>), repeated ones each time.</summary>
    public long WireQueries => _queries.Past;

    /// <summary>Lost sessions that were replaced, however their loss was noticed.</summary>
    public long Rehydrations => RehydrationsOnCall + RehydrationsOnRerun + RehydrationsOnLease + RehydrationsWhileIdle;

    /// <summary>Calls that failed because their session was lost with what they needed, by what that was.</summary>
    public long Refusals(LossCause cause) => _refusals[(int)cause];

    /// <summary>
    /// Generated queries that were executed as commands of the driver's, by what kept them there, repeated ones each time. Without
    /// bulk inserts and procedures with OUT parameters, which always are.
    /// </summary>
    public long DriverQueries(WireObstacle obstacle) => _queries.ThroughDriver(obstacle);
}
