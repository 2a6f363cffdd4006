using System.Diagnostics;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary><c>./bench generator</c>: what the generator costs a build and a keystroke, by the number of query methods.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private static readonly GeneratorOperation[] Operations = Enum.GetValues<GeneratorOperation>();
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public string Name => "generator";

    public Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        int rounds = options.Rounds ?? (options.IsQuick ? 3 : 11);
        GeneratorMeter[] meters = [.. Sizes(options).Select(static methods => new GeneratorMeter(new QueryProject(methods)))];
        Warm(meters, progress, cancellationToken);
        var times = meters.ToDictionary(static meter => meter, static _ => Operations.ToDictionary(static operation => operation, static _ => new List<TimeSpan>()));
        for (int round = 0; round < rounds; round++)
        {
            progress.WriteLine($"round {round + 1} of {rounds}");
            for (int turn = 0; turn < meters.Length * Operations.Length; turn++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int index = TurnOrder.At(round, turn, meters.Length * Operations.Length);
                (GeneratorMeter meter, GeneratorOperation operation) = (meters[index / Operations.Length], Operations[index % Operations.Length]);
                times[meter][operation].Add(meter.Measure(operation));
            }
        }

        GeneratorResult[] results = [.. times.SelectMany(static meter => meter.Value.Select(operation => new GeneratorResult(meter.Key.Methods, operation.Key, operation.Value)))];
        return Task.FromResult(new BenchmarkReport("The generator", GeneratorDocument.Of(results, rounds), GeneratorPromises.BrokenBy(results)));
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
