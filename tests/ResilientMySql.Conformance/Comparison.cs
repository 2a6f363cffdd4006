using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance;

/// <summary>The transcripts that both libraries gave for one case.</summary>
public sealed record Comparison(IReadOnlyList<Line> Driver, IReadOnlyList<Line> Ours)
{
    public bool IsEqual => TranscriptComparison.AreEqual(Driver, Ours);

    /// <summary>What is recorded of a difference.</summary>
    public string Recorded => TranscriptComparison.Merge(Driver, Ours, withRemarks: false);

    /// <summary>What a developer wants to see of a difference.</summary>
    public string Explained => TranscriptComparison.Merge(Driver, Ours, withRemarks: true);
}
