using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>Says what came out of <c>./bench http</c>.</summary>
internal static class HttpDocument
{
    private const string Method = $$"""
        A web application on Kestrel has one endpoint, `GET /city?name=…`, which runs `{{CityQueries.Sql}}` and answers with the
        number. `city.city` has an index; HTTP and TCP to the server without TLS, all on one machine. Each application is a process
        of its own, asynchronous or synchronous throughout its endpoint. Callers are threads of another process, each with a
        connection that is kept open, and each asks again as soon as it was answered. The applications take turns in short rounds,
        each time beginning with another one; figures are medians over the rounds, ratios those of the medians, with the lowest and
        the highest ratio of a single round behind them. CPU and bytes are those of the application's process, for each request, over
        all rounds.

        (a) opens a pooled connection for each request, with a command of its own, as most applications do; (b) and (c) are one
        generated query on a data source, which differ in the connection string only.
        """;

    public static string Of(IReadOnlyList<HttpResult> results, LoadPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {plan}.\n");
        text.WriteLine($"## In short\n\nRequests/s.\n\n{Summary(results)}");
        foreach (IGrouping<(ServerEngine Engine, CallMode Mode), HttpResult> group in results.GroupBy(static result => (result.Cell.Engine, result.Cell.Mode)))
            text.WriteLine($"## {group.Key.Engine}, {Handlers(group.Key.Mode)}\n\n{TableOf(group)}");

        return text.ToString();
    }

    private static string Handlers(CallMode mode) => mode is CallMode.Sync ? "a synchronous endpoint" : "an asynchronous endpoint";

    private static MarkdownTable Summary(IReadOnlyList<HttpResult> results)
    {
        int[] callers = [.. results.Select(static result => result.Cell.Callers).Distinct()];
        var table = new MarkdownTable(["", "", .. callers.Select(static count => $"{count} {(count == 1 ? "caller" : "callers")}")], texts: 2);
        foreach (var group in results.GroupBy(static result => (result.Cell.Engine, result.Cell.Mode)))
        {
            string where = $"{group.Key.Engine}, {Handlers(group.Key.Mode)}";
            table.Add([where, "(b) × (a)", .. group.Select(static result => RatioOf(result, HttpContender.DriverPath, HttpContender.DriverPool))]);
            table.Add([where, "(c) × (a)", .. group.Select(static result => RatioOf(result, HttpContender.WirePath, HttpContender.DriverPool))]);
            table.Add([where, "(c) × (b)", .. group.Select(static result => RatioOf(result, HttpContender.WirePath, HttpContender.DriverPath))]);
        }

        return table;
    }

    private static string RatioOf(HttpResult result, HttpContender contender, HttpContender over) => result[contender].Over(result[over]).ToString();

    private static MarkdownTable TableOf(IEnumerable<HttpResult> results)
    {
        var table = new MarkdownTable(
            ["callers", "contender", "requests/s", "× (a)", "p50, µs", "p99, µs", "CPU a request, µs", "bytes a request"], texts: 2);
        foreach (HttpResult result in results)
        {
            foreach (HttpContender contender in HttpContenders.All)
            {
                Series series = result[contender];
                ProcessUse use = result.UseOf(contender);
                table.Add([
                    $"{result.Cell.Callers}", series.Contender, Figures.Whole(series.RequestsPerSecond),
                    RatioOf(result, contender, HttpContender.DriverPool), Figures.Microseconds(series.P50), Figures.Microseconds(series.P99),
                    Figures.Whole(use.CpuPerRequest), Figures.Whole(use.BytesPerRequest),
                ]);
            }
        }

        return table;
    }
}
