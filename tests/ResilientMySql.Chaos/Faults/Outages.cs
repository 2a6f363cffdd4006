using System.Collections.Concurrent;

namespace ResilientMySql.Chaos.Faults;

/// <summary>When the server could not be reached. Thread-safe.</summary>
internal sealed class Outages
{
    /// <summary>The library's recovery deadline, less what its last attempt may take.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(13);

    private readonly ConcurrentQueue<Outage> _outages = new();

    public TimeSpan Longest => _outages.Select(static outage => outage.Length).DefaultIfEmpty().Max();

    public Outage Begin()
    {
        var outage = new Outage();
        _outages.Enqueue(outage);
        return outage;
    }

    /// <summary>Whether a call met an outage that nobody need survive.</summary>
    public bool Excuse(long from, long until) => _outages.Any(outage => outage.Overlaps(from, until) && outage.Length > TooLong);
}
