using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary>What one operation took in a project of that many methods, round by round.</summary>
internal sealed record GeneratorResult(int Methods, GeneratorOperation Operation, IReadOnlyList<TimeSpan> Times)
{
    public TimeSpan Median => Times.Median();

    public TimeSpan MedianPerMethod => Median / Methods;

    /// <summary>How it compares with another of the same rounds.</summary>
    public Ratio Over(GeneratorResult other) => Ratio.Of(Median / other.Median, Times.Zip(other.Times, static (mine, its) => mine / its));
}
