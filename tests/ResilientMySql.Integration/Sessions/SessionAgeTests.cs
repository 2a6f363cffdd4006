using Microsoft.Extensions.Time.Testing;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Sessions;

/// <summary>How long sessions last: by age, by use, by rest.</summary>
public sealed class SessionAgeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MaxSessionUses_AnotherTakesItsPlace(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Max Session Uses=3");
        await using var connection = dataSource.CreateConnection();
        var threads = new List<int>();
        for (int i = 0; i < 6; i++)
        {
            await mode.OpenAsync(connection);
            threads.Add(connection.ServerThread);
            await mode.CloseAsync(connection);
        }

        Assert.Equal([threads[0], threads[0], threads[0], threads[3], threads[3], threads[3]], threads);
        Assert.NotEqual(threads[0], threads[3]);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionLifeTime_OlderOnesAreClosedWhenTheyComeBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var time = new FakeTimeProvider();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Connection Lifetime=100", null, time);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(thread, connection.ServerThread);

        time.Advance(TimeSpan.FromSeconds(100));
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.NotEqual(thread, connection.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionLifeTime_IdleOnesAreClosedInTheBackground(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var time = new FakeTimeProvider();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Connection Lifetime=100;Connection Idle Timeout=0", null, time);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(1, await rented.Server.CountSessionsAsync());

        time.Advance(TimeSpan.FromSeconds(50));

        await Eventually.HoldsAsync(async () => await NextRoundAsync(time, rented.Server) == 0);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionIdleTimeout_ClosesWhatNobodyUses(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var time = new FakeTimeProvider();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Connection Idle Timeout=60", null, time);
        await using var idle = dataSource.CreateConnection();
        await using var inUse = dataSource.CreateConnection();
        await mode.OpenAsync(idle);
        await mode.OpenAsync(inUse);
        await mode.CloseAsync(idle);

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(2, await rented.Server.CountSessionsAsync());
        time.Advance(TimeSpan.FromSeconds(1));

        await Eventually.HoldsAsync(async () => await NextRoundAsync(time, rented.Server) == 1);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(inUse, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task KeepaliveInterval_RestingSessionsAreHeardOf(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        int pings = 0;
        proxied.Proxy.Inject(new SwallowAnswer(), request => request.Command is ServerCommand.Ping && Interlocked.Increment(ref pings) == 0);
        var time = new FakeTimeProvider();
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Keepalive Interval=30;Connection Idle Timeout=0", null, time);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.CloseAsync(connection);

        for (int due = 1; due <= 3; due++)
        {
            long last = time.GetTimestamp();
            time.Advance(TimeSpan.FromSeconds(23.5));
            Assert.Equal(due - 1, Volatile.Read(ref pings));
            await Eventually.HoldsAsync(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(500));
                return Task.FromResult(Volatile.Read(ref pings) == due && dataSource.GetStatistics().IdleSessions == 1);
            });
            Assert.InRange(time.GetElapsedTime(last), TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(40));
        }

        await mode.OpenAsync(connection);
        Assert.Equal(thread, connection.ServerThread);
    }

    /// <summary>A round that comes while another one is under way is left out; the next one counts.</summary>
    private static Task<int> NextRoundAsync(FakeTimeProvider time, TestServer server)
    {
        time.Advance(TimeSpan.FromMilliseconds(500));
        return server.CountSessionsAsync();
    }
}
