namespace ResilientMySql.Chaos.Ledger;

/// <summary>One broken promise.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Detail">What exactly happened, to whom.</param>
internal sealed record Violation(ViolationKind Kind, string Detail)
{
    /// <summary>How many writes or reads it stands for.</summary>
    public long Count { get; init; } = 1;
}
