namespace ResilientMySql.Integration.Driver;

/// <summary>How a connection reaches its server.</summary>
public enum ResetLink
{
    Tcp,
    NoPipelining,
    Compressed,
    UnixSocket,
}
