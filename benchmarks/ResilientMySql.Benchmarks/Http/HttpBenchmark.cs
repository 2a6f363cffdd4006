using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary><c>./bench http</c>: a web application that looks cities up, through the driver and past it.</summary>
internal sealed class HttpBenchmark : IBenchmark
{
    private static readonly int[] Callers = [1, 4, 8, 16];

    public string Name => "http";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        LoadPlan plan = PlanOf(options);
        var results = new List<HttpResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
                results.AddRange(await RunAsync(server, mode, options, plan, progress, cancellationToken));
        }

        return new BenchmarkReport("A city over HTTP", HttpDocument.Of(results, plan, versions), []);
    }

    private static async Task<List<HttpResult>> RunAsync(
        BenchmarkServer server, CallMode mode, BenchmarkOptions options, LoadPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        var apps = new List<AppProcess>();
        try
        {
            foreach (HttpContender contender in HttpContenders.All)
                apps.Add(await AppProcess.StartAsync(contender, mode, server, Callers.Max()));

            // The callers wait on their threads, whatever the application does.
            var settling = new LoadPlan(1, TimeSpan.Zero, TimeSpan.FromSeconds(options.IsQuick ? 0.5 : 2));
            await new InterleavedRun(server, settling, progress) { Caller = CallMode.Sync }.WarmUpAsync(mode, Callers.Max(), apps, cancellationToken);
            var run = new InterleavedRun(server, plan, progress) { Caller = CallMode.Sync };
            var results = new List<HttpResult>();
            foreach (int callers in CallersOf(options))
            {
                ProcessUse[] before = [.. apps.Select(static app => app.ReadUse())];
                IReadOnlyList<Series> series = await run.RunAsync(new Cell(server.Engine, mode, callers), apps, cancellationToken);
                results.Add(new HttpResult(series, [.. apps.Select((app, index) => app.ReadUse() - before[index])]));
            }

            return results;
        }
        finally
        {
            foreach (AppProcess app in apps)
                await app.DisposeAsync();
        }
    }

    private static LoadPlan PlanOf(BenchmarkOptions options) => options.IsQuick
        ? new LoadPlan(options.Rounds ?? 3, TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(0.2))
        : new LoadPlan(options.Rounds ?? 5, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.6));

    private static int[] CallersOf(BenchmarkOptions options) => options.IsQuick ? [1, 16] : Callers;
}
