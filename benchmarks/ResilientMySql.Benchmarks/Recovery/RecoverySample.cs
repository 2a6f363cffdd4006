using System.Diagnostics;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What an outage cost the callers.</summary>
internal sealed record RecoverySample
{
    /// <summary>Throughput is back when so much of what there was before is.</summary>
    public const double ShareThatIsBack = 0.9;

    /// <summary>The time in which throughput is counted.</summary>
    public static readonly TimeSpan Bucket = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the server was gone, from the kill to the first greeting.</summary>
    public required TimeSpan Outage { get; init; }

    /// <summary>How many requests ended with an exception since the kill.</summary>
    public required int Failed { get; init; }

    /// <summary>The median of the requests that were answered before the kill.</summary>
    public required TimeSpan Usual { get; init; }

    /// <summary>How long each request took that was answered since the kill.</summary>
    public required IReadOnlyList<TimeSpan> Answered { get; init; }

    /// <summary>From the server's first greeting to the first answer; null where none came.</summary>
    public required TimeSpan? FirstSuccess { get; init; }

    /// <summary>From the server's first greeting to the end of the first bucket with as many answers as before; null where there was none.</summary>
    public required TimeSpan? ThroughputIsBack { get; init; }

    /// <summary>The longest request, answered or not.</summary>
    public required TimeSpan Longest { get; init; }

    /// <exception cref="InvalidOperationException">Nobody was answered before the kill.</exception>
    public static RecoverySample Of(OutageLog log)
    {
        OutageRequest[] before = [.. log.Requests.Where(request => !request.HasFailed && request.Ended >= log.Settled && request.Ended < log.Killed)];
        if (before.Length == 0)
            throw new InvalidOperationException("Nobody was answered before the server was killed.");

        OutageRequest[] since = [.. log.Requests.Where(request => request.Ended >= log.Killed)];
        return new RecoverySample
        {
            Outage = Stopwatch.GetElapsedTime(log.Killed, log.Accepted),
            Failed = since.Count(static request => request.HasFailed),
            Usual = before.Select(static request => request.Duration).Median(),
            Answered = [.. since.Where(static request => !request.HasFailed).Select(static request => request.Duration)],
            FirstSuccess = FirstSuccessOf(log),
            ThroughputIsBack = ThroughputIsBackIn(log, before.Length / (double)Stopwatch.GetElapsedTime(log.Settled, log.Killed).Ticks),
            Longest = since.Select(static request => request.Duration).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>Whoever waited for the greeting before its observer did may be answered first: that is no time at all.</summary>
    private static TimeSpan? FirstSuccessOf(OutageLog log)
    {
        long first = log.Requests.Where(request => !request.HasFailed && request.Ended >= log.Restarted)
            .Select(static request => request.Ended).DefaultIfEmpty(long.MaxValue).Min();
        return first == long.MaxValue ? null : Stopwatch.GetElapsedTime(log.Accepted, Math.Max(first, log.Accepted));
    }

    /// <param name="log">The outage.</param>
    /// <param name="before">Answers for each tick before the kill.</param>
    private static TimeSpan? ThroughputIsBackIn(OutageLog log, double before)
    {
        double wanted = ShareThatIsBack * before * Bucket.Ticks;
        int? first = log.Requests.Where(request => !request.HasFailed && request.Ended >= log.Accepted)
            .CountBy(request => (int)(Stopwatch.GetElapsedTime(log.Accepted, request.Ended) / Bucket))
            .Where(bucket => bucket.Value >= wanted)
            .Min(static bucket => (int?)bucket.Key);
        return (first + 1) * Bucket;
    }
}
