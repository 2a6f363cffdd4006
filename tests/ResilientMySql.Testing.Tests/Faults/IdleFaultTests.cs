using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Faults;

/// <summary>Faults while a connection waits for nothing.</summary>
public sealed class IdleFaultTests
{
    [Theory]
    [MemberData(nameof(Cells.Endings), MemberType = typeof(Cells))]
    public async Task StruckWhileIdle_NextStatementFailsAndNeverRuns(ServerEngine engine, CallMode mode, Ending ending)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using MySqlConnection other = await proxied.OpenAsync(mode);
        ProxyCounters before = proxied.Proxy.Counters;

        Assert.Equal(2, proxied.Proxy.StrikeIdle(FaultOf(ending)));

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert));
        Failures.AssertEnded(ending, failure);
        Assert.Equal(0, proxied.Proxy.Counters.Since(before).Requests);
        Assert.Equal(0, await proxied.CountAsync());
        Assert.Equal(0, proxied.Proxy.StrikeIdle(FaultOf(ending)));
    }

    [Theory]
    [MemberData(nameof(Cells.Endings), MemberType = typeof(Cells))]
    public async Task InjectedIntoARequest_StrikesWhenItIsAnswered(ServerEngine engine, CallMode mode, Ending ending)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(FaultOf(ending), static request => request.Sql == Proxied.Insert);

        Assert.Equal(1, await mode.ExecuteAsync(connection, Proxied.Insert));

        await fault.Struck;
        Assert.False(await mode.PingAsync(connection));
        Assert.Equal(1, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WaitingForAnAnswer_IsNotStruckAsIdle(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection busy = await proxied.OpenAsync(mode);
        await using var holder = new MySqlConnection(proxied.Server.ConnectionString);
        await holder.OpenAsync();
        await mode.ScalarAsync(holder, "SELECT GET_LOCK('busy', 0)");
        ProxyCounters before = proxied.Proxy.Counters;
        Task<object?> running = mode.ScalarAsync(busy, "SELECT GET_LOCK('busy', 30)");
        await Proxied.EventuallyAsync(() => Task.FromResult(proxied.Proxy.Counters.Since(before).Requests == 1));

        Assert.Equal(0, proxied.Proxy.StrikeIdle(new ResetWhileIdle()));

        await mode.ScalarAsync(holder, "SELECT RELEASE_LOCK('busy')");
        Assert.Equal(1L, Convert.ToInt64(await running, null));
        Assert.Equal(1, proxied.Proxy.StrikeIdle(new ResetWhileIdle()));
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BlackHoleWhileIdle_NextCallHangs(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Assert.Equal(1, proxied.Proxy.StrikeIdle(new BlackHole()));
        await using var command = new MySqlCommand(Proxied.Insert, connection) { CommandTimeout = 1 };

        var failure = await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(command));

        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, failure.ErrorCode);
        Assert.Equal(1, await proxied.Server.CountSessionsAsync());
        Assert.Equal(0, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HalfOpenWhileIdle_ServersSessionEndsAndTheClientSeesNothing(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);

        Assert.Equal(1, proxied.Proxy.StrikeIdle(new HalfOpen()));

        await Proxied.EventuallyAsync(async () => await proxied.Server.CountSessionsAsync() == 0);
        Task<bool> ping = mode.PingAsync(connection);
        Assert.False(ping.IsCompleted);
        proxied.Proxy.Heal();
        Assert.False(await ping);
    }

    [Fact]
    public async Task FaultThatNeedsARequest_IsRefused()
    {
        await using var proxy = FaultProxy.Start(serverPort: 1);

        Assert.Throws<ArgumentException>(() => proxy.StrikeIdle(new CutAnswerAfterRows(1)));
        Assert.Throws<ArgumentException>(() => proxy.StrikeIdle(new Delay(TimeSpan.Zero)));
        Assert.Throws<ArgumentException>(() => proxy.StrikeIdle(new RefuseConnections()));
    }

    private static Fault FaultOf(Ending ending) => ending is Ending.Fin ? new FinWhileIdle() : new ResetWhileIdle();
}
