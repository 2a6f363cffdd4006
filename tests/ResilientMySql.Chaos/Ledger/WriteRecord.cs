namespace ResilientMySql.Chaos.Ledger;

/// <summary>One write, as its worker saw it.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Id">Its own id; of a <see cref="WriteKind.Count"/> that of the counter.</param>
/// <param name="Worker">Who did it.</param>
/// <param name="Outcome">What the worker was told.</param>
/// <param name="From">The timestamp just before it was sent; of a transfer that was to be committed, before its COMMIT.</param>
/// <param name="Until">The timestamp when the worker knew.</param>
/// <param name="MetTimeout">Whether it was sent on a session that may just have been ending by its wait_timeout.</param>
internal sealed record WriteRecord(
    WriteKind Kind, long Id, int Worker, WriteOutcome Outcome, long From, long Until, bool MetTimeout)
{
    /// <summary>The exception behind an outcome that is no success.</summary>
    public string? Reason { get; init; }
}
