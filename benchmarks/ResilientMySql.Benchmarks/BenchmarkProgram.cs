using System.Runtime.InteropServices;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks;

/// <summary>What the programs behind <c>./bench</c> have in common: they measure, write the document, and end when they are told to.</summary>
internal static class BenchmarkProgram
{
    private const int Interrupted = 130;

    /// <summary>The program's exit code.</summary>
    /// <param name="name">The name of the document.</param>
    /// <param name="arguments">Those of <c>./bench</c>, for the document.</param>
    /// <param name="options">What they say.</param>
    /// <param name="measure">Measures until it is done or cancelled.</param>
    public static async Task<int> RunAsync(
        string name, IEnumerable<string> arguments, BenchmarkOptions options, Func<CancellationToken, Task<BenchmarkReport>> measure)
    {
        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        try
        {
            var document = new Document(name, $"./bench {string.Join(' ', arguments)}", options);
            BenchmarkReport report = await measure(ending.Token);
            Console.WriteLine($"\n{report.Body}");
            Console.WriteLine($"Written to {await document.WriteAsync(report)}");
            foreach (string missed in report.Missed)
                await Console.Error.WriteLineAsync($"bench: missed: {missed}");

            return options.Asserts && report.Missed.Count > 0 ? 1 : 0;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("bench: interrupted; nothing was written");
            return Interrupted;
        }
    }

    /// <summary>The first time, servers end with us and nothing half is written; the second time, the system ends us at once.</summary>
    private static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = !ending.IsCancellationRequested;
        ending.Cancel();
    }
}
