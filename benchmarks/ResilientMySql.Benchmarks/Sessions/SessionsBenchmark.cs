using System.Globalization;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Sessions;

/// <summary><c>./bench sessions</c>: how many sessions serve many callers best.</summary>
internal sealed class SessionsBenchmark : IBenchmark
{
    public static readonly int[] Sizes = [2, 4, 8, 16, 32];

    private static readonly int[] Callers = [16, 64];

    public string Name => "sessions";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        LoadPlan plan = PlanOf(options);
        var results = new List<IReadOnlyList<Series>>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
                results.AddRange(await RunAsync(server, mode, plan, progress, cancellationToken));
        }

        return new BenchmarkReport("How many sessions", SessionsDocument.Of(results, plan, versions), []);
    }

    private static async Task<List<IReadOnlyList<Series>>> RunAsync(
        BenchmarkServer server, CallMode mode, LoadPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        Contender[] pools = [.. Sizes.Select(size => new GeneratedQuery(
            size.ToString(CultureInfo.InvariantCulture), $"{server.ConnectionString};Maximum Pool Size={size}"))];
        try
        {
            var run = new InterleavedRun(server, plan, progress);
            await run.WarmUpAsync(mode, Callers.Max(), pools, cancellationToken);
            var results = new List<IReadOnlyList<Series>>();
            foreach (int callers in Callers)
                results.Add(await run.RunAsync(new Cell(server.Engine, mode, callers), pools, cancellationToken));

            return results;
        }
        finally
        {
            foreach (Contender pool in pools)
                await pool.DisposeAsync();
        }
    }

    private static LoadPlan PlanOf(BenchmarkOptions options) => options.IsQuick
        ? new LoadPlan(options.Rounds ?? 3, TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(0.2))
        : new LoadPlan(options.Rounds ?? 7, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.8));
}
