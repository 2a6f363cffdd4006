namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Where an operation gets its session from.</summary>
internal enum Reach
{
    /// <summary>Its connection is open.</summary>
    OpenConnection,

    /// <summary>It takes one from the pool first, which has one that was used before.</summary>
    Pool,

    /// <summary>It opens a new one, in any case; others were opened before.</summary>
    NewSession,
}
