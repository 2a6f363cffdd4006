using System.Collections.Concurrent;

namespace ResilientMySql.TestServers;

/// <summary>
/// Lends running servers to the tests of a process: each to one test at a time, so that killing one disturbs nobody,
/// and used again afterwards, so that few are started. Thread-safe.
/// </summary>
/// <example><code>
/// await using var rented = await ServerPool.RentAsync(ServerEngine.MySql);
/// await rented.Server.KillAsync();
/// </code></example>
public static class ServerPool
{
    private static readonly ConcurrentDictionary<ServerEngine, ConcurrentBag<TestServer>> Idle = new();

    // Private servers would end by themselves; on an external one our schema would stay.
    static ServerPool() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => DisposeIdle();

    /// <summary>A server as <see cref="TestServer.StartAsync"/> leaves it, whatever its previous user did to it.</summary>
    public static async Task<RentedServer> RentAsync(ServerEngine engine, CancellationToken cancellationToken = default)
    {
        if (!IdleOf(engine).TryTake(out var server))
            return new RentedServer(await TestServer.StartAsync(engine, cancellationToken: cancellationToken));

        try
        {
            await server.ResetAsync(cancellationToken);
            return new RentedServer(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Called before a server is given back, with the server: whoever keeps sessions on it, and opens them again when they die, lets
    /// go of them.
    /// </summary>
    public static Func<TestServer, ValueTask>? LetGo { get; set; }

    internal static async ValueTask ReturnAsync(TestServer server)
    {
        if (LetGo is { } letGo)
            await letGo(server);

        IdleOf(server.Engine).Add(server);
    }

    private static void DisposeIdle()
    {
        var servers = Idle.Values.SelectMany(static bag => bag);
        Task.WaitAll(servers.Select(static server => server.DisposeAsync().AsTask()));
    }

    private static ConcurrentBag<TestServer> IdleOf(ServerEngine engine) => Idle.GetOrAdd(engine, static _ => []);
}
