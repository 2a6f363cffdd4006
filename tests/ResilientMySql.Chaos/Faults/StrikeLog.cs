using System.Collections.Concurrent;
using System.Diagnostics;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Faults;

/// <summary>When faults struck, and whom. A strike is taken down before it does anything. Thread-safe.</summary>
internal sealed class StrikeLog
{
    private readonly ConcurrentQueue<Strike> _strikes = new();

    public IReadOnlyCollection<Strike> Strikes => _strikes;

    public Strike Begin(FaultKind kind, StrikeReach reach = StrikeReach.Everybody) => Add(kind, reach, worker: 0);

    /// <summary>A strike at one request of a worker.</summary>
    public void Note(FaultKind kind, int worker, TimeSpan echo) => Add(kind, StrikeReach.OneWorker, worker).End(echo);

    /// <summary>Whether any of them could have reached a write.</summary>
    public bool Reaches(WriteRecord write) => _strikes.Any(strike => strike.Reaches(write));

    /// <summary>Whether more than one of them could have reached a call: a read that is struck runs once more, and no third time.</summary>
    public bool StrikeTwice(int worker, long since, long until, bool metTimeout) =>
        _strikes.Where(strike => strike.Reaches(worker, since, until, metTimeout)).Skip(1).Any();

    private Strike Add(FaultKind kind, StrikeReach reach, int worker)
    {
        var strike = new Strike(kind, reach, worker, Stopwatch.GetTimestamp());
        _strikes.Enqueue(strike);
        return strike;
    }
}
