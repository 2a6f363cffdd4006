namespace ResilientMySql.Testing.Faults;

/// <summary>When <see cref="SwallowAnswer"/> strikes.</summary>
public enum SwallowTiming
{
    /// <summary>The server has answered completely: the statement has run. On an encrypted connection: has begun to answer.</summary>
    AfterExecution,

    /// <summary>The request is on its way: the statement may not have begun, and goes on after the client is cut off.</summary>
    AfterForwarding,
}
