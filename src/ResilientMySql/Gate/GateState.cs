namespace ResilientMySql.Gate;

/// <summary>What a session is doing.</summary>
internal enum GateState
{
    /// <summary>Waiting for its user: nothing is due from the server, so anything that arrives means the link is dead.</summary>
    Idle,

    /// <summary>Inside a call.</summary>
    Calling,

    /// <summary>Between calls with a reader open: rows are due.</summary>
    Reading,

    /// <summary>Its lease ended during a call; nothing starts or goes on any more.</summary>
    Retired,
}
