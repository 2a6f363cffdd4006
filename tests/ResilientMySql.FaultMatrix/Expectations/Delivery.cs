namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>What a fault lets the server have of a request whose answer it takes away.</summary>
internal enum Delivery
{
    /// <summary>Nothing, or it is stopped before it takes effect.</summary>
    Nothing,

    /// <summary>All of it, and it runs.</summary>
    Whole,

    /// <summary>All of it, and whether it runs is a race.</summary>
    Perhaps,
}
