namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>How a scope's transaction is run on the server.</summary>
public enum ScopeKind
{
    /// <summary>START TRANSACTION and COMMIT: Use XA Transactions=false.</summary>
    Standard,

    /// <summary>XA, the default.</summary>
    Xa,
}
