using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Sessions;

/// <summary>Says what came out of <c>./bench sessions</c>.</summary>
internal static class SessionsDocument
{
    private const int Reference = 16;

    private const string Method = $"""
        Many callers run a generated query (`{CityQueries.Sql}`, `city.city` indexed, no TLS), each asking again as soon as it was
        answered, on pools of different `Maximum Pool Size`. The pools take turns in short rounds, each time beginning with another
        one; figures are medians over the rounds, ratios those of the medians, with the lowest and the highest ratio of a single
        round behind them. Latencies are the callers': waiting for a session is in them.
        """;

    public static string Of(IEnumerable<IReadOnlyList<Series>> results, LoadPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        foreach (IReadOnlyList<Series> result in results)
            text.WriteLine($"## {result[0].Cell}\n\n{TableOf(result)}");

        return text.ToString();
    }

    private static MarkdownTable TableOf(IReadOnlyList<Series> result)
    {
        Series reference = result[Array.IndexOf(SessionsBenchmark.Sizes, Reference)];
        var table = new MarkdownTable(["sessions", "requests/s", $"× {Reference} sessions", "p50, µs", "p99, µs", $"p99 × {Reference} sessions"], texts: 0);
        foreach (Series series in result)
        {
            table.Add([
                series.Contender, Figures.Whole(series.RequestsPerSecond), series.Over(reference).ToString(),
                Figures.Microseconds(series.P50), Figures.Microseconds(series.P99), series.P99Over(reference).ToString(),
            ]);
        }

        return table;
    }
}
