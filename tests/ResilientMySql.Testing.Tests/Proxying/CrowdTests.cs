using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Proxying;

/// <summary>Many connections at once. Alone, for it counts the sockets of this process.</summary>
[Collection(nameof(CrowdTests))]
[CollectionDefinition(nameof(CrowdTests), DisableParallelization = true)]
public sealed class CrowdTests
{
    private const int ConnectionCount = 200;

    private static readonly Fault[] Faults =
    [
        new DropBeforeRequest(), new DropBeforeRequest { Ending = Ending.Reset },
        new SwallowAnswer(), new SwallowAnswer { Ending = Ending.Silence }, new SwallowAnswer { Timing = SwallowTiming.AfterForwarding },
        new CutAnswerAfterBytes(20), new CutAnswerAfterRows(2) { Ending = Ending.Reset },
        new BlackHole(), new HalfOpen(), new Delay(TimeSpan.FromMilliseconds(5)), new Throttle(200_000),
        new ResetWhileIdle(), new FinWhileIdle(),
        new RefuseConnections(), new FailHandshake(), new StallHandshake(),
    ];

    [Theory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task RandomFaultsOnManyConnections_LeaveNoSocketAndNoTask(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await proxied.Server.ExecuteAsync("SET GLOBAL max_connections = 300");
        int socketsBefore = CountSockets();
        int struck = await RunAsync(proxied);

        proxied.Proxy.Heal();
        await Proxied.EventuallyAsync(() => Task.FromResult(proxied.Proxy.OpenConnections == 0));
        Assert.True(struck > 50, $"Only {struck} faults have struck.");
        await using (MySqlConnection connection = await proxied.OpenAsync(CallMode.Async))
            Assert.Equal(1L, Convert.ToInt64(await CallMode.Async.ScalarAsync(connection, "SELECT 1"), null));
        await Proxied.EventuallyAsync(async () => await proxied.Server.CountSessionsAsync() == 0);
        await Proxied.EventuallyAsync(() => Task.FromResult(CountSockets() <= socketsBefore));
        await proxied.Server.ExecuteAsync("SET GLOBAL max_connections = DEFAULT");
    }

    [Theory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ManyConnections_NeedNoThreadEach(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await proxied.Server.ExecuteAsync("SET GLOBAL max_connections = 300");
        int threadsBefore = Process.GetCurrentProcess().Threads.Count;
        var connections = new List<MySqlConnection>();
        for (int i = 0; i < ConnectionCount; i++)
            connections.Add(await proxied.OpenAsync(CallMode.Async));

        Assert.Equal(ConnectionCount, proxied.Proxy.OpenConnections);
        Assert.InRange(Process.GetCurrentProcess().Threads.Count - threadsBefore, int.MinValue, 40);
        Assert.Equal(ConnectionCount, proxied.Proxy.StrikeIdle(new BlackHole()));
        long start = Stopwatch.GetTimestamp();
        await proxied.Proxy.DisposeAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(0, proxied.Proxy.OpenConnections);
        foreach (MySqlConnection connection in connections)
            await connection.DisposeAsync();
        await proxied.Server.ExecuteAsync("SET GLOBAL max_connections = DEFAULT");
    }

    private static async Task<int> RunAsync(Proxied proxied)
    {
        // The predicate is the chance; which connection meets which fault differs from run to run and does not matter here.
        var random = new Random(20261122);
        List<Injection> injections = [.. Faults.Select(fault => proxied.Proxy.Inject(fault, _ => Chance(random), Injection.Always))];
        MySqlConnectionStringBuilder builder = proxied.ConnectionString();
        builder.ConnectionTimeout = 2;
        builder.DefaultCommandTimeout = 1;
        await Task.WhenAll(Enumerable.Range(0, ConnectionCount).Select(_ => WorkAsync(builder.ConnectionString)));
        return injections.Sum(static injection => injection.StrikeCount);
    }

    private static async Task WorkAsync(string connectionString)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await using var connection = new MySqlConnection(connectionString);
                await connection.OpenAsync();
                for (int i = 0; i < 5; i++)
                {
                    await using var command = new MySqlCommand("SELECT city_id, city FROM city LIMIT 20", connection);
                    await using MySqlDataReader reader = await command.ExecuteReaderAsync();
                    while (await reader.ReadAsync())
                        Assert.False(reader.IsDBNull(1));
                }
            }
            catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException or InvalidOperationException)
            {
                // It was struck, as it was meant to be.
            }
        }
    }

    private static bool Chance(Random random)
    {
        lock (random)
            return random.Next(100) == 0;
    }

    private static int CountSockets()
    {
        int count = 0;
        foreach (string descriptor in Directory.EnumerateFiles("/proc/self/fd"))
        {
            try
            {
                count += new FileInfo(descriptor).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) is true ? 1 : 0;
            }
            catch (IOException)
            {
                // It was closed in the meantime.
            }
        }

        return count;
    }
}
