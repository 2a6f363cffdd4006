using System.Diagnostics;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>One request of one caller; times are timestamps of <see cref="Stopwatch"/>.</summary>
internal readonly record struct OutageRequest(long Sent, long Ended, bool HasFailed)
{
    public TimeSpan Duration => Stopwatch.GetElapsedTime(Sent, Ended);
}
