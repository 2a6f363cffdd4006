using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary><c>./bench lease</c>: what it costs to take a clean session and to give it back, beside a ping.</summary>
internal sealed class LeaseBenchmark : IBenchmark
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(10);

    public string Name => "lease";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        int rounds = options.Rounds ?? (options.IsQuick ? 15 : 101);
        var results = new List<LeaseResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            results.AddRange(await RunAsync(server, options, rounds, progress, cancellationToken));
        }

        return new BenchmarkReport("Lease and return", LeaseDocument.Of(results, rounds, Batch, versions), LeaseAims.MissedBy(results));
    }

    private static async Task<List<LeaseResult>> RunAsync(
        BenchmarkServer server, BenchmarkOptions options, int rounds, TextWriter progress, CancellationToken cancellationToken)
    {
        using var operations = new LeaseOperations(server);
        await operations.OpenSessionsAsync();
        var meter = new LeaseMeter(operations);
        TimeSpan warmUp = TimeSpan.FromSeconds(options.IsQuick ? 0.5 : 1.5);
        int[] counts = [.. LeaseOperations.All.Select(operation => meter.Calibrate(operation, warmUp, Batch))];
        progress.WriteLine($"{server.Engine}: {rounds} rounds of {string.Join(", ", counts)} operations");
        IReadOnlyList<LeaseSample>[] samples = await Turns.TakeAsync(
            rounds, counts.Length, index => Task.FromResult(meter.Measure(LeaseOperations.All[index], counts[index])), static (_, _) => { }, cancellationToken);
        var results = new List<LeaseResult>();
        foreach (LeaseOperation operation in LeaseOperations.All)
            results.Add(new LeaseResult(server.Engine, operation, samples[(int)operation], await meter.CountCommandsAsync(operation, server.Counter)));

        return results;
    }
}
