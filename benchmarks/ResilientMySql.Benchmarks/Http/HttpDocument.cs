using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MySql.Data.MySqlClient;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Http.Counting;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>Says what came out of <c>./bench http</c>.</summary>
internal static class HttpDocument
{
    private static readonly string Method = $"""
        A web application has one endpoint, `GET /?city=London`, which runs `{CityQueries.Sql}` and answers `City "London" is #312`.
        Each contender is an application in a process of its own: on Kestrel with an asynchronous endpoint that
        writes straight into the response, or in Python, with Flask on
        uwsgi with {PythonApp.Processes} processes of {PythonApp.ThreadsPerProcess} threads. The load is wrk, whose callers keep
        their connections open and ask for one city after the other; requests that failed are counted. Before it, the answer for every
        city is compared. HTTP and TCP to the server without TLS, all on one machine. The contenders take turns in short rounds, each
        time beginning with another one; figures are medians over the rounds, ratios those of the medians to the default pool's of the
        same rounds, with the lowest and the highest ratio of a single round behind them. What is under way when a turn ends, a request
        for each caller at the most, is in the figures for CPU, bytes and server commands, but not among the requests that they are
        divided by: with 16 callers these figures are too high by 1 % at the most where 1,600 requests are answered in a turn.

        *MySqlConnector's pool* is what most applications have: a pooled connection for each request, which is reset before; text.
        *Never reset* is the same with `ConnectionReset=False`, so that one request's session variables, temporary tables and dead
        connections meet the next one; *prepared*, with `Prepare` in every request, which sends nothing where the session knows the text
        already, is the fastest that the driver has. *Hand-written* are the lines of the default pool with the types swapped; *generated* is
        one `[Query]` on a data source. Dapper asks with `QuerySingleAsync`; EF Core has a compiled query, pooled contexts and no thread checks.
        *A connection per thread* is pinged before each use, as by DBUtils' PersistentDB. *No database* answers without asking, but on
        another thread, as one whose answer has come over a connection: what HTTP and the endpoint cost here.
        """;

    public static string Of(
        IReadOnlyList<HttpResult> results, IReadOnlyList<RequestCounts> counts, IReadOnlyCollection<CheckedAim> aims, HttpPlan plan, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}; {Libraries}. {plan}.{WithoutPython(results[0])}\n");
        text.WriteLine($"## In short\n\n{HttpChart.Caption}\n\n![{HttpChart.Caption}](http.svg)\n");
        foreach (IGrouping<(ServerEngine Engine, CityTable Table), HttpResult> group in results.GroupBy(static result => (result.Cell.Engine, result.Cell.Table)))
        {
            string heading = $"{group.Key.Engine}, {(group.Key.Table is CityTable.Indexed ? "with an index on the cities' names" : "as Sakila ships it, without an index")}";
            text.WriteLine($"## {heading}\n\nRequests/s, as a multiple of the default pool's.\n\n{Summary([.. group])}");
            foreach (HttpResult result in group)
                text.WriteLine($"### {result.Cell.CallersText}\n\n{TableOf(result)}");
        }

        text.WriteLine($"## Counted, for each request\n\nBy one caller through a proxy, once for each city. Logging in is no round trip here.\n\n{TableOf(counts)}");
        text.WriteLine(AimsTable.Of(aims));
        return text.ToString();
    }

    private static string Libraries =>
        $"Dapper {Machine.VersionOf(typeof(SqlMapper))}, EF Core {Machine.VersionOf(typeof(DbContext))}, "
        + $"Pomelo {Machine.VersionOf(typeof(MySqlDbContextOptionsBuilder))}, MySql.Data {Machine.VersionOf(typeof(MySqlClientFactory))}";

    private static string WithoutPython(HttpResult result) => result.Series.Any(static series => HttpContenders.IsPython(series.Contender))
        ? ""
        : " The contenders in Python are left out: uwsgi, Flask or PyMySQL could not be installed.";

    private static MarkdownTable Summary(IReadOnlyList<HttpResult> results)
    {
        var table = new MarkdownTable(["contender", .. results.Select(static result => result.Cell.CallersText)], texts: 1);
        foreach (HttpContender contender in results[0].Series.Select(static series => series.Contender))
            table.Add([HttpContenders.NameOf(contender), .. results.Select(result => OverPool(result, result[contender]))]);

        return table;
    }

    private static MarkdownTable TableOf(HttpResult result)
    {
        var table = new MarkdownTable(
            [
                "contender", "requests/s", "× pool", "p50, µs", "p99, µs", "CPU app + server, µs", "CPU × pool",
                "bytes", "less HTTP's", "server commands", "connects", "failed",
            ],
            texts: 1);
        double? floor = result[HttpContender.NoDatabase].BytesPerRequest;
        foreach (HttpSeries series in result.Series)
        {
            table.Add([
                HttpContenders.NameOf(series.Contender), Figures.Whole(series.RequestsPerSecond), OverPool(result, series),
                Figures.Microseconds(series.P50), Figures.Microseconds(series.P99),
                $"{Figures.Whole(series.AppCpuPerRequest)} + {Whole(series.ServerCpuPerRequest)}", series.CpuOver(result[HttpContender.DefaultPool])?.ToString() ?? "–",
                Whole(series.BytesPerRequest), Whole(series.BytesPerRequest - floor),
                Figures.Count(series.PerRequest(CommandCounts.Commands)), Figures.Count(series.PerRequest(CommandCounts.Connects)), $"{series.Failed}",
            ]);
        }

        return table;
    }

    private static MarkdownTable TableOf(IEnumerable<RequestCounts> counts)
    {
        var table = new MarkdownTable(["server", "contender", "awaited round trips", "server commands", "new connections", "bytes to the server"], texts: 2);
        foreach (RequestCounts each in counts)
        {
            table.Add([
                $"{each.Engine}", HttpContenders.NameOf(each.Contender), Figures.Count(each.RoundTrips), Figures.Count(each.Commands),
                Figures.Count(each.Connections), Figures.Count(each.BytesToServer),
            ]);
        }

        return table;
    }

    private static string OverPool(HttpResult result, HttpSeries series) => series.Over(result[HttpContender.DefaultPool]).ToString();

    private static string Whole(double? figure) => figure is null ? "–" : Figures.Whole(figure.Value);
}
