namespace ResilientMySql.Testing;

/// <summary>What a <see cref="FaultProxy"/> may be told beside its server.</summary>
public sealed record FaultProxyOptions
{
    /// <summary>Measures delays and throttles; the system's clock unless a test has its own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
