using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary>Says what came out of <c>./bench pool</c>.</summary>
internal static class PoolDocument
{
    private const string Method = $"""
        One request takes a connection, runs `{CityQueries.Sql}` for a random city of Sakila's, reads the row and gives the
        connection back. `city.city` has an index; no TLS. Synchronous callers have a thread each, asynchronous ones a task. The
        contenders take turns in short rounds, each time beginning with another one; figures are medians over the rounds, ratios
        those of the medians, with the lowest and the highest ratio of a single round behind them.

        (a) is reset before each use, as by default. (b) is what is fastest in the driver's pool: nothing is reset, nothing tells a
        dead session from a live one. (f) is no pool at all. (a), (b), (d) and (e) run the same lines on both libraries.
        """;

    public static string Of(IReadOnlyList<PoolResult> results, LoadPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        text.WriteLine("## The generated query in short\n");
        text.WriteLine($"Requests/s of (c), as a multiple of (a)'s and of (b)'s.\n\n{Summary(results)}");
        foreach (IGrouping<ServerEngine, PoolResult> engine in results.GroupBy(static result => result.Cell.Engine))
        {
            foreach (IGrouping<CallMode, PoolResult> mode in engine.GroupBy(static result => result.Cell.Mode))
                text.WriteLine($"## {engine.Key}, {mode.Key.ToString().ToLowerInvariant()}\n\n{Throughput(mode)}");

            text.WriteLine($"## {engine.Key}: what the server counted, for each request\n");
            text.WriteLine($"With {engine.Max(static result => result.Cell.Callers)} callers, both kinds of calls (synchronous / asynchronous).\n\n{Commands(engine)}");
        }

        return text.ToString();
    }

    private static MarkdownTable Summary(IReadOnlyList<PoolResult> results)
    {
        int[] callers = [.. results.Select(static result => result.Cell.Callers).Distinct()];
        var table = new MarkdownTable(["", "over", .. callers.Select(static count => $"{count} {(count == 1 ? "caller" : "callers")}")], texts: 2);
        foreach (var group in results.GroupBy(static result => (result.Cell.Engine, result.Cell.Mode)))
        {
            foreach (PoolContender rival in (PoolContender[])[PoolContender.DefaultPool, PoolContender.UnresetPool])
            {
                table.Add([
                    $"{group.Key.Engine}, {group.Key.Mode.ToString().ToLowerInvariant()}", rival is PoolContender.DefaultPool ? "(a)" : "(b)",
                    .. group.Select(result => result[PoolContender.GeneratedQuery].Over(result[rival]).ToString()),
                ]);
            }
        }

        return table;
    }

    private static MarkdownTable Throughput(IEnumerable<PoolResult> results)
    {
        var table = new MarkdownTable(["callers", "contender", "requests/s", "× (a)", "× (b)", "p50, µs", "p99, µs", "server commands a request"], texts: 2);
        foreach (PoolResult result in results)
        {
            foreach (Series series in result.Series)
            {
                table.Add([
                    $"{result.Cell.Callers}", series.Contender, Figures.Whole(series.RequestsPerSecond),
                    series.Over(result[PoolContender.DefaultPool]).ToString(), series.Over(result[PoolContender.UnresetPool]).ToString(),
                    Figures.Microseconds(series.P50), Figures.Microseconds(series.P99), Figures.Count(series.PerRequest(CommandCounts.Commands)),
                ]);
            }
        }

        return table;
    }

    private static MarkdownTable Commands(IEnumerable<PoolResult> results)
    {
        PoolResult[] most = [.. results.GroupBy(static result => result.Cell.Mode).Select(static mode => mode.MaxBy(static result => result.Cell.Callers)!)];
        var table = new MarkdownTable(["contender", .. CommandCounts.Counters.Select(static counter => $"{counter.Meaning} (`{counter.Name}`)")], texts: 1);
        foreach (PoolContender contender in PoolContenders.All)
        {
            table.Add([
                PoolContenders.NameOf(contender),
                .. CommandCounts.Counters.Select(counter =>
                    string.Join(" / ", most.Select(result => Figures.Count(result[contender].PerRequest(counter.Name))))),
            ]);
        }

        return table;
    }
}
