using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary><c>./bench overhead</c>: what our connection adds to the driver's while it is open and nothing goes wrong.</summary>
internal sealed class OverheadBenchmark : IBenchmark
{
    public string Name => "overhead";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        OverheadPlan plan = OverheadPlan.Of(options);
        var results = new List<OverheadResult>();
        var versions = new List<string>();
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach (CallMode mode in Enum.GetValues<CallMode>())
            {
                foreach (OverheadOperation operation in Enum.GetValues<OverheadOperation>())
                {
                    results.Add(await new OverheadCell(server, mode, operation).RunAsync(plan, cancellationToken));
                    await progress.WriteLineAsync($"{results[^1].Name}: {results[^1].WrapperOverRaw} × the driver");
                }
            }
        }

        return new BenchmarkReport("The wrapper on an open connection", OverheadDocument.Of(results, plan, versions), OverheadAims.MissedBy(results));
    }
}
