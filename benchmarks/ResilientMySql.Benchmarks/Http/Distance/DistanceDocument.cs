using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>Says what came out of <c>./bench distance</c>.</summary>
internal static class DistanceDocument
{
    private const string Method = """
        Some contenders of [`./bench http`](http.md), measured in the same way with an index on the cities' names, but with a proxy
        between application and database that holds bytes back in both directions. What it adds to a round trip, its own work among it,
        is measured before the contenders' turns, while nobody else asks: the median of pings through it less that of pings past it.
        Under load it may add more. The default pool waits for two round trips in each request, the others for one.
        """;

    public static string Of(IReadOnlyCollection<DistanceResult> results, IReadOnlyCollection<CheckedAim> aims, HttpPlan plan, IEnumerable<string> versions)
    {
        var table = new MarkdownTable(["server", "round trip, ms", "callers", "contender", "added in truth, ms", "requests/s", "× pool", "p50, µs", "p99, µs"], texts: 4);
        foreach (DistanceResult distance in results)
        {
            foreach (HttpSeries series in distance.Result.Series)
            {
                table.Add([
                    $"{distance.Result.Cell.Engine}", FormattableString.Invariant($"{distance.Wanted.TotalMilliseconds}"), $"{distance.Result.Cell.Callers}",
                    HttpContenders.NameOf(series.Contender), FormattableString.Invariant($"{distance.Added.TotalMilliseconds:0.000}"),
                    Figures.Whole(series.RequestsPerSecond), series.Over(distance.Result[HttpContender.DefaultPool]).ToString(),
                    Figures.Microseconds(series.P50), Figures.Microseconds(series.P99),
                ]);
            }
        }

        return $"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n\n{table}\n{AimsTable.Of(aims)}";
    }
}
