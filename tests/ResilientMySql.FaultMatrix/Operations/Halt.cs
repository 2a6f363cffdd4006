namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>How an operation can be held while it runs, so that a fault meets it there and nowhere else.</summary>
internal enum Halt
{
    /// <summary>It cannot: it says nothing to the server.</summary>
    Never,

    /// <summary>On the server, which lets it wait for a locked table.</summary>
    AtLockedTable,

    /// <summary>On its way, at the proxy: the server never lets it wait.</summary>
    OnItsWay,

    /// <summary>It is a result set that is longer than all buffers, so that the server is at work until it is read.</summary>
    ByItsLength,
}
