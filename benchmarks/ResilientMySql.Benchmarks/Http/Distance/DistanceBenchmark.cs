using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary><c>./bench distance</c>: what a saved round trip is worth where it takes its time.</summary>
internal sealed class DistanceBenchmark : IBenchmark
{
    public string Name => "distance";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        HttpPlan plan = DistancePlan.Of(options);
        var results = new List<DistanceResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.NamedEngines ?? [ServerEngine.MySql]) // as ./bench http
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            results.AddRange(await RunAsync(server, DistancePlan.RoundTripsOf(options), plan, progress, cancellationToken));
        }

        IReadOnlyList<CheckedAim> aims = DistanceAims.Check(results);
        return new BenchmarkReport(
            "A city over HTTP, from a database further away",
            DistanceDocument.Of(results, aims, plan, versions),
            [.. aims.Where(static aim => !aim.IsReached).Select(static aim => aim.ToString())])
        {
            HasAimsTable = true,
        };
    }

    private static async Task<List<DistanceResult>> RunAsync(
        BenchmarkServer server, IReadOnlyList<TimeSpan> roundTrips, HttpPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        using var proxy = new DelayProxy(server.Port);
        string connectionString = server.ConnectionStringThrough(proxy.Port);
        await using var gauge = DistanceGauge.Open(server, proxy, connectionString);
        await using HttpContest contest =
            await HttpContest.StartAsync(server, connectionString, DistancePlan.Contenders, plan, progress, cancellationToken);
        var results = new List<DistanceResult>();
        foreach (TimeSpan roundTrip in roundTrips)
        {
            TimeSpan added = gauge.Set(roundTrip);
            progress.WriteLine(FormattableString.Invariant($"{roundTrip.TotalMilliseconds} ms: {added.TotalMilliseconds:0.000} ms are added to a round trip"));
            foreach (int callers in plan.Callers)
            {
                var cell = new HttpCell(server.Engine, CityTable.Indexed, callers);
                results.Add(new DistanceResult(roundTrip, added, await contest.RunAsync(cell, plan.Rounds, cancellationToken)));
            }
        }

        return results;
    }
}
