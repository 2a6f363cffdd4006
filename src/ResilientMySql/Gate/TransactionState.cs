namespace ResilientMySql.Gate;

/// <summary>What is known of the transaction on a session.</summary>
internal enum TransactionState
{
    /// <summary>None is open: each statement commits by itself.</summary>
    None,

    /// <summary>Opened by BeginTransaction; a transaction object stands for it.</summary>
    Object,

    /// <summary>Opened by a statement: <c>BEGIN</c>, <c>START TRANSACTION</c>.</summary>
    Text,

    /// <summary>autocommit is off: one may be open at any time.</summary>
    Implied,

    /// <summary>It was open when its session died; everything but giving it up is refused.</summary>
    Torn,
}
