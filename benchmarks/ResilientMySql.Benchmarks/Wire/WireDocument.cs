using System.Globalization;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>Says what came out of <c>./bench wire</c>.</summary>
internal static class WireDocument
{
    private const string Method = """
        One call runs `SELECT city_id FROM city WHERE city = ?`, prepared, with the name of one of Sakila's cities, reads the number
        and compares it. `city.city` has an index; TCP on one machine, no TLS. Sessions are opened in the mode of their calls;
        synchronous callers have a thread each, asynchronous ones a task.

        (a) is the least that the driver can be made to do: a connection for each caller, held open, one command on it, prepared
        once, its parameter found by position, a reader, `GetInt32`. (b) and (d) are a generated query on such a connection,
        recovery and all; (c) and (e) the same on a data source, which takes a session from the pool for each call. (f) is
        `benchmarks/c-client`: `mysql_stmt_execute` and `mysql_stmt_fetch` with everything bound once; it has only synchronous calls.

        Each contender is a process of its own, so that no other one's calls change what the runtime has compiled for it, and each
        asks in one loop without a frame between loop and call. Before anything counts, each asks until nothing has been compiled
        for a while. Then they take turns in short rounds, each time beginning with another one; before a turn that counts is a
        shorter one that does not, and a turn in which the runtime compiled something is repeated. CPU is that of the whole process, user and kernel, all threads (`getrusage`), for each call;
        latency is the clock's, which each contender reads once a call. Figures are medians over the rounds, ratios those of the
        medians, with the lowest and the highest ratio of a single round behind them.
        """;

    public static string Of(IReadOnlyList<WireResult> results, WirePlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        text.WriteLine("## The wire in short\n");
        text.WriteLine(Aims);
        text.WriteLine($"\n{Summary(results)}");
        foreach (WireResult result in results)
            text.WriteLine($"## {result.Cell}\n\n{TableOf(result)}");

        text.WriteLine("## Throughput\n");
        text.WriteLine($"Calls/s of the rounds above, as a multiple of (a)'s.\n\n{Throughput(results)}");
        return text.ToString();
    }

    private static string Aims => string.Create(CultureInfo.InvariantCulture, $"""
        (d) against (a) and (f). The aims, which `--assert` holds it to: called synchronously at most {WireAims.MostOfTheDriver} × (a)'s CPU and
        {WireAims.MostOfC} × (f)'s; called asynchronously neither more CPU nor a longer mean latency than (a).
        The kernel's part is the same for whoever sends one request and waits for one answer: it is what would be left of (d)'s CPU, as
        a multiple of (a)'s whole, if nothing else took any.
        """);

    private static MarkdownTable Summary(IEnumerable<WireResult> results)
    {
        var table = new MarkdownTable(["", "CPU × (a)", "kernel's part of it", "CPU × (f)", "mean latency × (a)", "p50 × (a)", "p50 × (f)", "calls/s × (a)"], texts: 1);
        foreach (WireResult result in results)
        {
            (WireSeries wire, WireSeries driver) = (result[WireContender.WireConnection], result[WireContender.Driver]);
            WireSeries? c = result.Cell.Mode is CallMode.Sync ? result[WireContender.CClient] : null;
            table.Add([
                result.Cell.ToString(), wire.CpuOver(driver).ToString(), Hundredths(wire.KernelPerCall / driver.CpuPerCall), c is null ? "" : wire.CpuOver(c).ToString(),
                wire.MeanOver(driver).ToString(), wire.P50Over(driver).ToString(), c is null ? "" : wire.P50Over(c).ToString(),
                wire.CallsPerSecondOver(driver).ToString(),
            ]);
        }

        return table;
    }

    private static MarkdownTable TableOf(WireResult result)
    {
        var table = new MarkdownTable(
            ["contender", "CPU, µs", "of it kernel", "CPU × (a)", "mean, µs", "mean × (a)", "p50, µs", "bytes", "rounds that compiled"], texts: 1);
        WireSeries driver = result[WireContender.Driver];
        foreach (WireSeries series in result.Series)
        {
            bool isManaged = series.Contender is not WireContender.CClient;
            table.Add([
                WireContenders.NameOf(series.Contender), Tenths(series.CpuPerCall), Tenths(series.KernelPerCall), series.CpuOver(driver).ToString(), Tenths(series.Mean),
                series.MeanOver(driver).ToString(), Tenths(series.P50), isManaged ? Tenths(series.BytesPerCall) : "",
                isManaged ? $"{series.Unsettled}" : "",
            ]);
        }

        return table;
    }

    private static MarkdownTable Throughput(IReadOnlyList<WireResult> results)
    {
        var table = new MarkdownTable(["contender", .. results.Select(static result => result.Cell.ToString())], texts: 1);
        foreach (WireContender contender in Enum.GetValues<WireContender>())
            table.Add([WireContenders.NameOf(contender), .. results.Select(result => Throughput(result, contender))]);

        return table;
    }

    private static string Throughput(WireResult result, WireContender contender) =>
        result.Series.FirstOrDefault(series => series.Contender == contender) is { } series
            ? $"{Figures.Whole(series.CallsPerSecond)}, {series.CallsPerSecondOver(result[WireContender.Driver])}"
            : "";

    private static string Hundredths(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    private static string Tenths(double value) => value.ToString("N1", CultureInfo.InvariantCulture);
}
