namespace ResilientMySql.Transactions;

/// <summary>What became of a transaction, and why it was not committed.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">What stood against committing it; null where it is committed.</param>
internal readonly record struct Completion(CompletionKind Kind, Exception? Reason = null)
{
    public static readonly Completion Committed = new(CompletionKind.Committed);
}
