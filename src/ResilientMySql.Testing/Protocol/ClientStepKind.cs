namespace ResilientMySql.Testing.Protocol;

/// <summary>What is to be done with bytes from the client.</summary>
internal enum ClientStepKind
{
    /// <summary>They go on at once.</summary>
    Pass,

    /// <summary>They are part of a request that is not yet known: they wait.</summary>
    Hold,

    /// <summary>With them a request is known.</summary>
    Request,
}
