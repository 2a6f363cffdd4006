namespace ResilientMySql.Chaos.Faults;

/// <summary>What is done to a server, or to the way to it.</summary>
internal enum FaultKind
{
    /// <summary>Some requests do not reach the server: their connections end first.</summary>
    DropBeforeRequest,

    /// <summary>Some requests run, and nobody hears of it.</summary>
    SwallowAnswer,

    /// <summary>Some requests are passed on and their connections cut at once, whether they run or not.</summary>
    CutAfterForwarding,

    /// <summary>Some answers end after a few bytes.</summary>
    CutAnswer,

    /// <summary>Some results end after a few rows.</summary>
    CutRows,

    /// <summary>Some connections end just after an answer.</summary>
    EndAfterAnswer,

    /// <summary>All idle connections end (FIN).</summary>
    FinWhileIdle,

    /// <summary>All idle connections are torn (RST).</summary>
    ResetWhileIdle,

    /// <summary>All idle connections fall silent, for a while.</summary>
    SilenceWhileIdle,

    /// <summary>Some connections fall silent at a request, for a while.</summary>
    BlackHole,

    /// <summary>The same, and the server's end of them is closed.</summary>
    HalfOpen,

    /// <summary>Some requests take longer.</summary>
    Delay,

    /// <summary>Some connections are slow, for a while.</summary>
    Throttle,

    /// <summary>All idle connections end, and new ones are torn for a while.</summary>
    RefuseConnections,

    /// <summary>All idle connections end, and new ones hear of too many connections for a while.</summary>
    FailHandshake,

    /// <summary>All idle connections end, and new ones hear nothing for a while.</summary>
    StallHandshake,

    /// <summary>A session that waits for its client is killed.</summary>
    KillIdleSession,

    /// <summary>Any session is killed.</summary>
    KillSession,

    /// <summary>The server is killed (SIGKILL), and started again after a while.</summary>
    KillServer,

    /// <summary>The server is shut down (SIGTERM), and started again after a while.</summary>
    StopServer,

    /// <summary>The server stands still for a while (SIGSTOP).</summary>
    FreezeServer,

    /// <summary>Sessions opened during a while end when they are idle for a second.</summary>
    ShortWaitTimeout,
}
