namespace ResilientMySql.Integration.Faults;

/// <summary>How a session dies while nobody looks.</summary>
public enum IdleDeath
{
    /// <summary>It was idle for longer than wait_timeout.</summary>
    WaitTimeout,

    /// <summary>An administrator ended it.</summary>
    KillSession,

    /// <summary>The server was killed with SIGKILL and started again.</summary>
    KillServer,

    /// <summary>The server was shut down with SIGTERM and started again.</summary>
    ShutDownServer,
}
