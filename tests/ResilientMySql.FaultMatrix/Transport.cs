namespace ResilientMySql.FaultMatrix;

/// <summary>How a cell's connections reach their server.</summary>
public enum Transport
{
    /// <summary>TCP in plain sight of the proxy.</summary>
    Plain,

    /// <summary>TCP with TLS: the proxy sees when who speaks, and nothing else.</summary>
    Tls,

    /// <summary>The server's Unix socket, with no proxy before it.</summary>
    UnixSocket,
}
