namespace ResilientMySql.Benchmarks.Load;

/// <summary>How callers call.</summary>
internal enum CallMode
{
    /// <summary>Synchronous methods, on a thread for each caller.</summary>
    Sync,

    /// <summary>Asynchronous methods, on tasks.</summary>
    Async,
}
