using System.Diagnostics;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>What came out of one contender's turn.</summary>
internal sealed record RoundResult
{
    public required double RequestsPerSecond { get; init; }

    /// <summary>The latency that half of the requests stay below.</summary>
    public required TimeSpan P50 { get; init; }

    /// <summary>The latency that all but a hundredth of the requests stay below.</summary>
    public required TimeSpan P99 { get; init; }

    /// <summary>All requests, those of the warming up too: the server counts them as well.</summary>
    public required long Requests { get; init; }

    /// <summary>What the server counted meanwhile.</summary>
    public CommandCounts Commands { get; init; } = CommandCounts.None;

    public static RoundResult Of(IReadOnlyList<CallerLog> logs, TimeSpan measured)
    {
        long[] latencies = [.. logs.SelectMany(static log => log.Latencies).Order()];
        return new RoundResult
        {
            RequestsPerSecond = logs.Sum(static log => log.Answers) / measured.TotalSeconds,
            P50 = At(latencies, 0.5),
            P99 = At(latencies, 0.99),
            Requests = logs.Sum(static log => log.Requests),
        };
    }

    private static TimeSpan At(long[] ordered, double share) => ordered.Length == 0
        ? TimeSpan.Zero
        : Stopwatch.GetElapsedTime(0, ordered[(int)Math.Min(ordered.Length - 1, share * ordered.Length)]);
}
