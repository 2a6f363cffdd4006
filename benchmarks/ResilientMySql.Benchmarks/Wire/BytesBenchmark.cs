using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary><c>./bench bytes</c>: what calls leave to the garbage collector, through the driver and past it.</summary>
internal sealed class BytesBenchmark : IBenchmark
{
    private static readonly WireContender[] Contenders = [WireContender.Driver, WireContender.WireConnection, WireContender.WireDataSource];

    public string Name => "bytes";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        TimeSpan settling = WirePlan.Of(options).Settling;
        var results = new List<WireResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                await using Contest contest = await Contest.StartAsync(server, mode, Contenders, settling, progress, cancellationToken);
                foreach (int callers in WirePlan.Callers)
                    results.Add(await contest.CountAsync(callers, contender => CallsOf(contender, callers, options), cancellationToken));
            }
        }

        return new BenchmarkReport("Bytes past the driver", BytesDocument.Of(results, versions), BytesAims.MissedBy(results));
    }

    /// <summary>Many where next to nothing is expected. What the driver allocates, and what a lease would add, shows in fewer.</summary>
    private static long CallsOf(WireContender contender, int callers, BenchmarkOptions options) => (contender, callers) switch
    {
        _ when options.IsQuick => 10_000,
        (WireContender.WireConnection, > 1) => 1_000_000,
        (WireContender.Driver, _) => BytesAims.FewestCalls / 2,
        _ => BytesAims.FewestCalls,
    };
}
