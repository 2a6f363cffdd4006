namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>What a context is told about repeating its work.</summary>
public enum Retries
{
    /// <summary>Nothing: the provider's default.</summary>
    None,

    /// <summary>The provider's own strategy.</summary>
    OnFailure,

    /// <summary>The provider's own strategy, which the caller has told that lost connections are to be repeated as well.</summary>
    OnFailureAndLostConnections,

    /// <summary>Ours.</summary>
    OnLoss,
}
