using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Http.Counting;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary><c>./bench http</c>: a city looked up over HTTP, in every way that there is.</summary>
internal sealed class HttpBenchmark : IBenchmark
{
    public string Name => "http";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        var plan = HttpPlan.Of(options);
        var results = new List<HttpResult>();
        var counts = new List<RequestCounts>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.NamedEngines ?? [ServerEngine.MySql]) // both take too long for one run
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            counts.AddRange(await CountAsync(server, progress, cancellationToken));
            results.AddRange(await MeasureAsync(server, plan, progress, cancellationToken));
        }

        IReadOnlyList<CheckedAim> aims = HttpAims.Check(results, counts);
        return new BenchmarkReport(
            "A city over HTTP",
            HttpDocument.Of(results, counts, aims, plan, versions),
            [.. aims.Where(static aim => !aim.IsReached).Select(static aim => aim.ToString())])
        {
            HasAimsTable = true,
            Chart = HttpChart.Of(results).ToString(),
        };
    }

    private static async Task<List<RequestCounts>> CountAsync(BenchmarkServer server, TextWriter progress, CancellationToken cancellationToken)
    {
        var counts = new List<RequestCounts>();
        foreach (HttpContender contender in HttpContenders.Available.Where(static contender => contender is not HttpContender.NoDatabase))
        {
            counts.Add(await RequestCounting.RunAsync(server, contender, cancellationToken));
            progress.WriteLine(FormattableString.Invariant(
                $"{HttpContenders.NameOf(contender)}: {counts[^1].RoundTrips:0.##} round trips, {counts[^1].Commands:0.##} server commands a request"));
        }

        return counts;
    }

    private static async Task<List<HttpResult>> MeasureAsync(BenchmarkServer server, HttpPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        await using HttpContest contest =
            await HttpContest.StartAsync(server, server.ConnectionString, HttpContenders.Available, plan, progress, cancellationToken);
        var results = new List<HttpResult>();
        foreach (int callers in plan.Callers)
            results.Add(await contest.RunAsync(new HttpCell(server.Engine, CityTable.Indexed, callers), plan.Rounds, cancellationToken));

        await server.DropIndexAsync(cancellationToken);
        foreach (int callers in plan.CallersWithoutIndex)
            results.Add(await contest.RunAsync(new HttpCell(server.Engine, CityTable.AsShipped, callers), plan.Rounds, cancellationToken));

        return results;
    }
}
