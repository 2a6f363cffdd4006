using System.Runtime.InteropServices;
using ResilientMySql.Benchmarks;
using ResilientMySql.Benchmarks.Generator;
using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Http.Distance;
using ResilientMySql.Benchmarks.Lease;
using ResilientMySql.Benchmarks.Overhead;
using ResilientMySql.Benchmarks.Pool;
using ResilientMySql.Benchmarks.Recovery;
using ResilientMySql.Benchmarks.Reports;
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

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

try
{
    var document = new Document(chosen.Name, $"./bench {string.Join(' ', args)}", options);
    BenchmarkReport report = await chosen.RunAsync(options, Console.Out, ending.Token);
    Console.WriteLine($"\n{report.Body}");
    Console.WriteLine($"Written to {await document.WriteAsync(report)}");
    foreach (string broken in report.BrokenPromises)
        await Console.Error.WriteLineAsync($"bench: promise not kept: {broken}");

    return options.Asserts && report.BrokenPromises.Count > 0 ? 1 : 0;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("bench: interrupted; nothing was written");
    return 130;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true; // the servers end with us, and nothing half is written
    ending.Cancel();
}
