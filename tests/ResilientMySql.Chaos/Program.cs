using System.Runtime.InteropServices;
using ResilientMySql.Chaos;
using ResilientMySql.Chaos.Reports;

if (!CommandLine.TryParse(args, out ChaosOptions? options, out string? complaint))
{
    await Console.Error.WriteLineAsync($"chaos: {complaint}");
    return 2;
}

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

if (options.Compares)
    return await Comparison.RunAsync(options, Console.Out, ending.Token) ? 0 : 1;

Console.WriteLine($"chaos: {CommandLine.NameOf(options.Subject)}, {options.Duration.TotalSeconds:F0} s, seed {options.Seed}");
IReadOnlyList<SoakReport> reports = await ChaosRun.RunAsync(options, Console.WriteLine, ending.Token);
foreach (SoakReport report in reports)
    ReportWriter.Write(report, Console.Out);

return reports.All(static report => report.Violations.Count == 0) ? 0 : 1;

void End(PosixSignalContext signal)
{
    signal.Cancel = true; // we end by ourselves, and judge what was done by then
    ending.Cancel();
}
