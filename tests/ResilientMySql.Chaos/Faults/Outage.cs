using System.Diagnostics;

namespace ResilientMySql.Chaos.Faults;

/// <summary>A time in which the server could not be reached.</summary>
internal sealed class Outage
{
    private readonly long _from = Stopwatch.GetTimestamp();
    private long _until = long.MaxValue;

    /// <summary>Up to now, while it lasts.</summary>
    public TimeSpan Length => Stopwatch.GetElapsedTime(_from, Math.Min(Volatile.Read(ref _until), Stopwatch.GetTimestamp()));

    public void End() => Volatile.Write(ref _until, Stopwatch.GetTimestamp());

    public bool Overlaps(long from, long until) => _from <= until && Volatile.Read(ref _until) >= from;
}
