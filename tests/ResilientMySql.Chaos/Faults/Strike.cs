using System.Diagnostics;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Faults;

/// <summary>One time that a fault struck, or the time while it did.</summary>
internal sealed class Strike(FaultKind kind, StrikeReach reach, int worker, long from)
{
    private long _until = long.MaxValue;

    public FaultKind Kind { get; } = kind;

    /// <summary>It is over now, and its last effect is felt after <paramref name="echo"/> at the latest.</summary>
    public void End(TimeSpan echo) => Volatile.Write(ref _until, Stopwatch.GetTimestamp() + (long)(echo.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Whether it could have reached a write.</summary>
    public bool Reaches(WriteRecord write) => Reaches(write.Worker, write.From, write.Until, write.MetTimeout);

    /// <summary>Whether it could have reached a call of that worker that was under way then.</summary>
    public bool Reaches(int caller, long since, long until, bool metTimeout) => since <= Volatile.Read(ref _until) && until >= from && reach switch
    {
        StrikeReach.Everybody => true,
        StrikeReach.OneWorker => caller == worker,
        StrikeReach.Sleepers => metTimeout,
        StrikeReach.Nobody => false,
        _ => throw new UnreachableException(),
    };
}
