namespace ResilientMySql;

/// <summary>Whether a session belongs to anybody while it is idle.</summary>
public enum SessionAffinity
{
    /// <summary>To nobody: the one that came back last is lent first. The default.</summary>
    None,

    /// <summary>
    /// To the thread that used it last, which gets it again, and from which others take it only when the pool is full or the thread
    /// has ended. For synchronous code: asynchronous code goes on with any thread.
    /// </summary>
    Thread,
}
