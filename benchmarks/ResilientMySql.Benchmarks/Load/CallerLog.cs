using System.Diagnostics;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>What one caller saw in a round. Not thread-safe: each caller has its own.</summary>
/// <param name="from">When the measured part begins, as a timestamp of <see cref="Stopwatch"/>.</param>
/// <param name="end">When it ends.</param>
internal sealed class CallerLog(long from, long end)
{
    private readonly List<long> _latencies = new(capacity: 4096);

    /// <summary>
    /// How long each request took that was answered since the measured part began, in timestamps; the last one too, which may have
    /// waited beyond its end.
    /// </summary>
    public IReadOnlyList<long> Latencies => _latencies;

    /// <summary>How many were answered in the measured part.</summary>
    public long Answers { get; private set; }

    /// <summary>All requests, the unmeasured ones too.</summary>
    public long Requests { get; private set; }

    public void Answered(long sent, long answered)
    {
        Requests++;
        if (answered < from)
            return;

        _latencies.Add(answered - sent);
        if (answered <= end)
            Answers++;
    }
}
