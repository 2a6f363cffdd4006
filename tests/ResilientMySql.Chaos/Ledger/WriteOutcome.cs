namespace ResilientMySql.Chaos.Ledger;

/// <summary>What the worker was told of its write.</summary>
internal enum WriteOutcome
{
    /// <summary>It ran: it must be there exactly once.</summary>
    Acknowledged,

    /// <summary>It did not run: it must not be there.</summary>
    NotExecuted,

    /// <summary>Nobody knows: it may be there once.</summary>
    Unknown,
}
