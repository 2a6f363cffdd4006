using System.Runtime.CompilerServices;

namespace ResilientMySql.Integration;

/// <summary>Tests whose subject is a real deadline: they run while no other test does.</summary>
[CollectionDefinition(nameof(Timed), DisableParallelization = true)]
public sealed class Timed
{
    /// <summary>Synchronous tests block threads of the pool by the dozen; asynchronous ones must not wait for them.</summary>
    [ModuleInitializer]
    internal static void ProvideThreads() => ThreadPool.SetMinThreads(64, 64);
}
