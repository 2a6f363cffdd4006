namespace ResilientMySql.Sessions;

/// <summary>When it was noticed that a session had died.</summary>
internal enum RehydrationCause
{
    /// <summary>By its user's call, before anything was sent, or that anything was.</summary>
    Call,

    /// <summary>While it ran a statement that may run again.</summary>
    Rerun,

    /// <summary>When it was to be lent.</summary>
    Lease,

    /// <summary>By the pool, before anybody needed it.</summary>
    Idle,
}
