using ResilientMySql.Benchmarks;
using ResilientMySql.Benchmarks.Generator;
using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Http.Distance;
using ResilientMySql.Benchmarks.Lease;
using ResilientMySql.Benchmarks.Overhead;
using ResilientMySql.Benchmarks.Pool;
using ResilientMySql.Benchmarks.Recovery;
using ResilientMySql.Benchmarks.Sessions;
using ResilientMySql.Benchmarks.Wire;
using ResilientMySql.Benchmarks.Wire.Worker;

if (args is [WorkerProgram.Name, .. var assignment])
    return WorkerProgram.Run(assignment);

if (args is [CityApp.Name, .. var part])
    return await CityApp.RunAsync(part);

IBenchmark[] benchmarks =
[
    new PoolBenchmark(), new SessionsBenchmark(), new LeaseBenchmark(), new GeneratorBenchmark(), new WireBenchmark(), new BytesBenchmark(),
    new HttpBenchmark(), new DistanceBenchmark(), new OverheadBenchmark(), new RecoveryBenchmark(),
];

if (args is not [var name, .. var rest] || Array.Find(benchmarks, benchmark => benchmark.Name == name) is not { } chosen)
{
    await Console.Error.WriteLineAsync($"bench: name a benchmark: {string.Join(", ", benchmarks.Select(static benchmark => benchmark.Name))}");
    return 2;
}

if (!CommandLine.TryParse(rest, out BenchmarkOptions? options, out string? complaint))
{
    await Console.Error.WriteLineAsync($"bench: {complaint}");
    return 2;
}

return await BenchmarkProgram.RunAsync(chosen.Name, args, options, cancellation => chosen.RunAsync(options, Console.Out, cancellation));
