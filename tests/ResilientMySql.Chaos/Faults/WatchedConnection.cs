using System.Diagnostics;

namespace ResilientMySql.Chaos.Faults;

/// <summary>What the watch knows of one connection through the proxy. Its requests come one after the other.</summary>
/// <param name="endsWhenIdle">Whether its session has a short wait_timeout.</param>
internal sealed class WatchedConnection(bool endsWhenIdle)
{
    /// <summary>The short wait_timeout is a second; the servers' clocks for it are not exact.</summary>
    private static readonly TimeSpan NearlyTooLong = TimeSpan.FromMilliseconds(900);

    private long _lastRequest = Stopwatch.GetTimestamp();

    /// <summary>Who spoke last on it.</summary>
    public int? Worker { get; set; }

    /// <summary>A request comes; true where the session may be ending by itself at this very moment.</summary>
    public bool Note(long now)
    {
        bool mayEnd = endsWhenIdle && Stopwatch.GetElapsedTime(_lastRequest, now) > NearlyTooLong;
        _lastRequest = now;
        return mayEnd;
    }
}
