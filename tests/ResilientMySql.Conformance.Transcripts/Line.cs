namespace ResilientMySql.Conformance.Transcripts;

/// <summary>One thing that happened.</summary>
/// <param name="Text">What is compared.</param>
/// <param name="Remark">What only helps to understand a mismatch, such as the wording of an exception.</param>
public readonly record struct Line(string Text, string? Remark = null)
{
    /// <inheritdoc/>
    public override string ToString() => Remark is null ? Text : $"{Text}    ~ {Remark}";
}
