using System.Diagnostics;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary><c>./bench generator</c>: what the generator costs a build and a keystroke, by the number of query methods.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private static readonly GeneratorOperation[] Operations = Enum.GetValues<GeneratorOperation>();
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public string Name => "generator";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        int rounds = options.Rounds ?? (options.IsQuick ? 3 : 11);
        GeneratorMeter[] meters = [.. Sizes(options).Select(static methods => new GeneratorMeter(new QueryProject(methods)))];
        Warm(meters, progress, cancellationToken);
        (GeneratorMeter Meter, GeneratorOperation Operation)[] measured = [.. meters.SelectMany(static _ => Operations, static (meter, operation) => (meter, operation))];
        IReadOnlyList<TimeSpan>[] times = await Turns.TakeAsync(
            rounds,
            measured.Length,
            index => Task.FromResult(measured[index].Meter.Measure(measured[index].Operation)),
            (round, _) => progress.WriteLine($"round {round} of {rounds}"),
            cancellationToken);
        GeneratorResult[] results = [.. measured.Select((each, index) => new GeneratorResult(each.Meter.Methods, each.Operation, times[index]))];
        return new BenchmarkReport("The generator", GeneratorDocument.Of(results, rounds), GeneratorAims.MissedBy(results));
    }

    private static int[] Sizes(BenchmarkOptions options) => options.IsQuick ? [1, 100, 1_000] : [1, 100, 1_000, 10_000];

    /// <summary>The compiler is compiled first.</summary>
    private static void Warm(GeneratorMeter[] meters, TextWriter progress, CancellationToken cancellationToken)
    {
        progress.WriteLine("warming up");
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (GeneratorMeter meter in meters.Where(static meter => meter.Methods <= 1_000))
            {
                foreach (GeneratorOperation operation in Operations)
                    meter.Measure(operation);
            }
        }
    }
}
