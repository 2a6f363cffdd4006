namespace ResilientMySql.Benchmarks;

/// <summary>What came out of a benchmark.</summary>
/// <param name="Title">The heading of its document.</param>
/// <param name="Body">What the document says below the description of the machine, in Markdown.</param>
/// <param name="Missed">The aims that this run has missed, with what came out instead, a sentence each.</param>
internal sealed record BenchmarkReport(string Title, string Body, IReadOnlyList<string> Missed)
{
    /// <summary>Whether the body has a table of all aims, so that those that were missed need not be listed below it.</summary>
    public bool HasAimsTable { get; init; }

    /// <summary>A picture that the body links by the benchmark's name, as SVG; null for none.</summary>
    public string? Chart { get; init; }
}
