namespace ResilientMySql.Testing.Faults;

/// <summary>The moment at which a fault strikes.</summary>
public enum FaultPoint
{
    /// <summary>A client has connected to the proxy, the proxy not yet to the server.</summary>
    Connect,

    /// <summary>A request has arrived at the proxy and nothing of it at the server.</summary>
    BeforeRequest,

    /// <summary>The server has the whole request, and the client nothing of its answer.</summary>
    AfterRequest,

    /// <summary>The client has a part of the answer.</summary>
    InAnswer,

    /// <summary>The client has the whole answer and waits for nothing.</summary>
    Idle,
}
