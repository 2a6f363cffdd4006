namespace ResilientMySql.Gate;

/// <summary>What happens at a session's gate.</summary>
internal enum GateEvent
{
    /// <summary>A call starts.</summary>
    CallStarts,

    /// <summary>The call has ended and left nothing open.</summary>
    CallEnds,

    /// <summary>The call has ended and left a reader to its caller.</summary>
    CallEndsReading,

    /// <summary>The reader was closed.</summary>
    ReaderCloses,

    /// <summary>The lease ends: the session goes back to its pool.</summary>
    LeaseEnds,
}
