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

    /// <summary>None is open, but autocommit is off: the next statement opens one.</summary>
    Due,

    /// <summary>Opened by a statement that met autocommit switched off.</summary>
    Implied,

    /// <summary>It was open when its session died; everything but giving it up is refused.</summary>
    Torn,
}
