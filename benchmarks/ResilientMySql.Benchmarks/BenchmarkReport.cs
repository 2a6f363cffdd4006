namespace ResilientMySql.Benchmarks;

/// <summary>What came out of a benchmark.</summary>
/// <param name="Title">The heading of its document.</param>
/// <param name="Body">What the document says below the description of the machine, in Markdown.</param>
/// <param name="BrokenPromises">What was promised and does not hold, a sentence each.</param>
internal sealed record BenchmarkReport(string Title, string Body, IReadOnlyList<string> BrokenPromises)
{
    /// <summary>A picture that the body links by the benchmark's name, as SVG; null for none.</summary>
    public string? Chart { get; init; }
}
