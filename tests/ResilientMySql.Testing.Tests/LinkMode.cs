namespace ResilientMySql.Testing.Tests;

/// <summary>What the proxy can see of a connection.</summary>
public enum LinkMode
{
    /// <summary>Packets.</summary>
    Plain,

    /// <summary>Bytes: the client encrypts.</summary>
    Tls,

    /// <summary>Bytes: the client compresses.</summary>
    Compressed,
}
