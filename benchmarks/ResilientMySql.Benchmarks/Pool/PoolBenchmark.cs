using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary><c>./bench pool</c>: a connection for every request, from our pool and from the driver's.</summary>
internal sealed class PoolBenchmark : IBenchmark
{
    public string Name => "pool";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        LoadPlan plan = PlanOf(options);
        var results = new List<PoolResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
                results.AddRange(await RunAsync(server, mode, plan, CallersOf(options), progress, cancellationToken));
        }

        return new BenchmarkReport("A connection for every request", PoolDocument.Of(results, plan, versions), PoolAims.MissedBy(results));
    }

    private static async Task<List<PoolResult>> RunAsync(
        BenchmarkServer server, CallMode mode, LoadPlan plan, IReadOnlyList<int> callers, TextWriter progress, CancellationToken cancellationToken)
    {
        // New ones for each kind of calls: a socket that was used asynchronously serves synchronous calls slowly ever after.
        Contender[] contenders = [.. PoolContenders.All.Select(contender => PoolContenders.Create(contender, server.ConnectionString, callers.Max()))];
        try
        {
            var run = new InterleavedRun(server, plan, progress);
            await run.WarmUpAsync(mode, callers.Max(), contenders, cancellationToken);
            var results = new List<PoolResult>();
            foreach (int count in callers)
                results.Add(new PoolResult(await run.RunAsync(new Cell(server.Engine, mode, count), contenders, cancellationToken)));

            return results;
        }
        finally
        {
            foreach (Contender contender in contenders)
                await contender.DisposeAsync();
        }
    }

    private static LoadPlan PlanOf(BenchmarkOptions options) => options.IsQuick
        ? new LoadPlan(options.Rounds ?? 3, TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(0.2))
        : new LoadPlan(options.Rounds ?? 5, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.5));

    private static IReadOnlyList<int> CallersOf(BenchmarkOptions options) => options.IsQuick ? [1, 16] : [1, 4, 8, 16];
}
