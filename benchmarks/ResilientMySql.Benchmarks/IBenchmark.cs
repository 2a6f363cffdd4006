namespace ResilientMySql.Benchmarks;

/// <summary>A subcommand of <c>./bench</c>: measures something and tells what came out.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line; its document has the same name.</summary>
    string Name { get; }

    /// <summary>Measures, with a line on <paramref name="progress"/> now and then.</summary>
    Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken);
}
