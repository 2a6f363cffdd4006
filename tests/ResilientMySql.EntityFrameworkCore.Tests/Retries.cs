namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>What a context is told about repeating its work.</summary>
public enum Retries
{
    /// <summary>Nothing: the provider's default.</summary>
    None,

    /// <summary>The provider's own strategy, told to repeat the errors of lost connections as well: the most that it can do.</summary>
    OnFailure,

    /// <summary>Ours.</summary>
    OnLoss,
}
