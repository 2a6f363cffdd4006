namespace ResilientMySql.Chaos.Workers;

/// <summary>Whether a worker calls the synchronous or the asynchronous methods.</summary>
internal enum CallMode
{
    /// <summary>On a thread of its own.</summary>
    Sync,

    /// <summary>On the thread pool.</summary>
    Async,
}
