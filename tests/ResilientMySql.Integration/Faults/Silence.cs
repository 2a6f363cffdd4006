namespace ResilientMySql.Integration.Faults;

/// <summary>How a server stops answering with its sockets open.</summary>
public enum Silence
{
    /// <summary>Its process stands still (SIGSTOP).</summary>
    Frozen,

    /// <summary>The path to it is cut.</summary>
    BlackHole,
}
