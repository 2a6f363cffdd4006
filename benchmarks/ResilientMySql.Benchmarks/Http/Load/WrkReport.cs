using System.Globalization;

namespace ResilientMySql.Benchmarks.Http.Load;

/// <summary>What wrk says of one run.</summary>
/// <param name="Requests">How many were answered.</param>
/// <param name="Duration">In what time.</param>
/// <param name="P50">The latency that half of them stay below.</param>
/// <param name="P99">The latency that all but a hundredth of them stay below.</param>
/// <param name="Failures">Connections that failed, answers with another status than 2xx or 3xx, and those that did not come.</param>
internal readonly record struct WrkReport(long Requests, TimeSpan Duration, TimeSpan P50, TimeSpan P99, long Failures)
{
    private const string Begin = "report ";

    public double RequestsPerSecond => Requests / Duration.TotalSeconds;

    /// <summary>Reads the line that <c>cities.lua</c> ends wrk's own words with; its times are in microseconds.</summary>
    /// <exception cref="FormatException">There is no such line.</exception>
    public static WrkReport Parse(string output)
    {
        string? line = output.Split('\n').LastOrDefault(static line => line.StartsWith(Begin, StringComparison.Ordinal));
        long[] figures = [.. (line ?? Begin)[Begin.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static figure => long.Parse(figure, CultureInfo.InvariantCulture))];
        return figures is [var requests, var duration, var p50, var p99, var failures]
            ? new WrkReport(requests, TimeSpan.FromMicroseconds(duration), TimeSpan.FromMicroseconds(p50), TimeSpan.FromMicroseconds(p99), failures)
            : throw new FormatException($"wrk reports nothing:\n{output}");
    }
}
