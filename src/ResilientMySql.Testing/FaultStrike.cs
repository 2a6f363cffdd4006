namespace ResilientMySql.Testing;

/// <summary>One time that a fault struck.</summary>
/// <param name="Request">What it struck.</param>
/// <param name="At">When, by the proxy's clock.</param>
public sealed record FaultStrike(ProxiedRequest Request, DateTimeOffset At);
