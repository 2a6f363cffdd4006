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

    public static string Of(IReadOnlyList<IReadOnlyList<Series>> results, LoadPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        text.WriteLine($"## In short\n\nRequests/s, as a multiple of {Reference} sessions'.\n\n{Summary(results, static (series, reference) => series.Over(reference))}");
        text.WriteLine($"p99, as a multiple of {Reference} sessions': less is better.\n\n{Summary(results, static (series, reference) => series.P99Over(reference))}");
        foreach (IReadOnlyList<Series> result in results)
            text.WriteLine($"## {result[0].Cell}\n\n{TableOf(result)}");

        return text.ToString();
    }

    private static MarkdownTable Summary(IEnumerable<IReadOnlyList<Series>> results, Func<Series, Series, Ratio> compare)
    {
        var table = new MarkdownTable(["", .. SessionsBenchmark.Sizes.Select(static size => $"{size} sessions")], texts: 1);
        foreach (IReadOnlyList<Series> result in results)
            table.Add([result[0].Cell.ToString(), .. result.Select(series => compare(series, ReferenceOf(result)).ToString())]);

        return table;
    }

    private static MarkdownTable TableOf(IReadOnlyList<Series> result)
    {
        Series reference = ReferenceOf(result);
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

    private static Series ReferenceOf(IReadOnlyList<Series> result) => result[Array.IndexOf(SessionsBenchmark.Sizes, Reference)];
}
