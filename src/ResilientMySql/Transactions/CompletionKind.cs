namespace ResilientMySql.Transactions;

/// <summary>What became of a transaction.</summary>
internal enum CompletionKind
{
    /// <summary>All of it is committed.</summary>
    Committed,

    /// <summary>None of it is committed.</summary>
    RolledBack,

    /// <summary>Nobody knows, or part of it is neither yet.</summary>
    InDoubt,
}
