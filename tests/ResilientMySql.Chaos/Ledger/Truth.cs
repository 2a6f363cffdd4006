namespace ResilientMySql.Chaos.Ledger;

/// <summary>What the server has in the end.</summary>
internal sealed record Truth
{
    /// <summary>How many rows there are of each inserted id.</summary>
    public required IReadOnlyDictionary<long, long> Inserted { get; init; }

    /// <summary>How many rows there are of each transfer's id.</summary>
    public required IReadOnlyDictionary<long, long> Transferred { get; init; }

    /// <summary>The counters, by id.</summary>
    public required IReadOnlyDictionary<long, long> Counters { get; init; }

    /// <summary>By account: how much its balance is above what the rows of the transfers make of it.</summary>
    public required IReadOnlyDictionary<long, long> Imbalances { get; init; }

    /// <summary>How much the balances together are above what was paid in.</summary>
    public required long Surplus { get; init; }
}
