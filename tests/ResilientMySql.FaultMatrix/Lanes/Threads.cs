using System.Runtime.CompilerServices;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>Synchronous cells block a thread of the pool each; asynchronous ones must not wait for them.</summary>
internal static class Threads
{
    [ModuleInitializer]
    internal static void Provide() => ThreadPool.SetMinThreads(256, 64);
}
