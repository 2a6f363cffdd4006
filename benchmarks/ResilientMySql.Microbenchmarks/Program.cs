using System.Runtime.InteropServices;
using ResilientMySql.Benchmarks;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.Microbenchmarks;
using ResilientMySql.Microbenchmarks.Running;

if (!MicroCommandLine.TryParse(args, out MicroOptions? options, out string? complaint))
{
    await Console.Error.WriteLineAsync($"bench: {complaint}");
    return 2;
}

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

try
{
    var document = new Document("micro", $"./bench {string.Join(' ', ["micro", .. args])}", options.Run);
    BenchmarkReport report = await MicroRun.RunAsync(options, Console.Out, ending.Token);
    Console.WriteLine($"\n{report.Body}");
    Console.WriteLine($"Written to {await document.WriteAsync(report)}");
    return 0;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("bench: interrupted; nothing was written");
    return 130;
}
catch (MicroRunException exception)
{
    await Console.Error.WriteLineAsync($"bench: {exception.Message}");
    return 1;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true; // the server ends with us, and nothing half is written
    ending.Cancel();
}
