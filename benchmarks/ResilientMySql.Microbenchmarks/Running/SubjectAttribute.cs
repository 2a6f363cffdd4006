namespace ResilientMySql.Microbenchmarks.Running;

/// <summary>What a class of benchmarks is about.</summary>
/// <param name="title">The heading of its table.</param>
/// <param name="explanation">What is measured, in a sentence or some.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SubjectAttribute(string title, string explanation) : Attribute
{
    public string Title { get; } = title;

    public string Explanation { get; } = explanation;

    /// <summary>How many characters of SQL one operation reads, where that is what counts; else 0.</summary>
    public int Characters { get; init; }
}
