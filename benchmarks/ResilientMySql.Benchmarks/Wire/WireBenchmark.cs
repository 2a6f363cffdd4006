using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary><c>./bench wire</c>: what a query costs its client through the driver, past it, and in C.</summary>
internal sealed class WireBenchmark : IBenchmark
{
    public string Name => "wire";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        WirePlan plan = WirePlan.Of(options);
        var results = new List<WireResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                await using Contest contest = await Contest.StartAsync(
                    server, mode, WireContenders.Of(mode), plan.Settling, progress, cancellationToken);
                foreach (int callers in WirePlan.Callers)
                    results.Add(await contest.RunAsync(callers, plan, cancellationToken));
            }
        }

        return new BenchmarkReport("Past the driver", WireDocument.Of(results, plan, versions), WireAims.MissedBy(results));
    }
}
