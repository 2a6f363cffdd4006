namespace ResilientMySql.Chaos.Ledger;

/// <summary>The writes that workers do.</summary>
internal enum WriteKind
{
    /// <summary>A row with an id of its own, committed by itself.</summary>
    Insert,

    /// <summary>A counter goes up by one, committed by itself.</summary>
    Count,

    /// <summary>Money goes from one account to another, in a transaction with a row of its own.</summary>
    Transfer,
}
