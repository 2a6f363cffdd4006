using Microsoft.Extensions.Time.Testing;
using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Faults;

/// <summary>Faults before a request reaches the server, and after it has.</summary>
public sealed class RequestFaultTests
{
    private static readonly Func<ProxiedRequest, bool> IsInsert = static request => request.Sql == Proxied.Insert;

    [Theory]
    [MemberData(nameof(Cells.Endings), MemberType = typeof(Cells))]
    public async Task DropBeforeRequest_StatementNeverRuns(ServerEngine engine, CallMode mode, Ending ending)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new DropBeforeRequest { Ending = ending }, IsInsert);
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.Equal(0, fault.StrikeCount);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert));

        Failures.AssertEnded(ending, failure);
        Assert.Equal(Proxied.Insert, (await fault.Struck).Request.Sql);
        await AssertSessionsEndAsync(proxied);
        Assert.Equal(0, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.Endings), MemberType = typeof(Cells))]
    public async Task SwallowAnswer_StatementHasRunOnceWhenTheClientFails(ServerEngine engine, CallMode mode, Ending ending)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer { Ending = ending }, IsInsert);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert));

        Assert.Equal(1, await proxied.CountAsync());
        Failures.AssertEnded(ending, failure);
        await fault.Struck;
        Assert.Equal(1, fault.StrikeCount);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SwallowAnswerOfAPreparedStatement_StatementHasRunOnce(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand(Proxied.Insert, connection);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Command is ServerCommand.Execute && IsInsert(request));
        await mode.PrepareAsync(command);
        Assert.Equal(0, fault.StrikeCount);

        Failures.AssertEnded(Ending.Fin, (await mode.ReadAsync(command)).Failure);

        Assert.Equal(1, fault.StrikeCount);
        Assert.Equal(1, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SwallowAnswerToCommit_TransactionIsCommitted(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql == "COMMIT");
        await mode.ExecuteAsync(connection, "START TRANSACTION");
        await mode.ExecuteAsync(connection, Proxied.Insert);
        Assert.Equal(0, await proxied.CountAsync());

        await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, "COMMIT"));

        Assert.Equal(1, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SwallowAnswerOfAStatementThatRuns_StrikesWhenItHasRun(ServerEngine engine, CallMode mode)
    {
        const string Slow = "SELECT GET_LOCK('late', 30)";
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var holder = new MySqlConnection(proxied.Server.ConnectionString);
        await holder.OpenAsync();
        await mode.ScalarAsync(holder, "SELECT GET_LOCK('late', 0)");
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql == Slow);

        Task<object?> running = mode.ScalarAsync(connection, Slow);
        await Proxied.EventuallyAsync(async () => await proxied.Server.QueryAsync<long>(
            "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'") == 1);
        Assert.Equal(0, fault.StrikeCount);
        Assert.False(running.IsCompleted);
        await mode.ScalarAsync(holder, "SELECT RELEASE_LOCK('late')");

        Failures.AssertEnded(Ending.Fin, await Assert.ThrowsAnyAsync<Exception>(() => running));
        Assert.Equal(1, fault.StrikeCount);
    }

    [Theory]
    [MemberData(nameof(Cells.Endings), MemberType = typeof(Cells))]
    public async Task SwallowAnswerAfterForwarding_StatementRunsWithoutItsClient(ServerEngine engine, CallMode mode, Ending ending)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer { Ending = ending, Timing = SwallowTiming.AfterForwarding }, IsInsert);

        Failures.AssertEnded(ending, await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert)));

        Assert.Equal(1, fault.StrikeCount);
        await AssertSessionsEndAsync(proxied);
        Assert.Equal(1, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SwallowAnswerAfterForwarding_ClientFailsWhileTheStatementRuns(ServerEngine engine, CallMode mode)
    {
        const string Slow = "SELECT GET_LOCK('slow', 30)";
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var holder = new MySqlConnection(proxied.Server.ConnectionString);
        await holder.OpenAsync();
        await mode.ScalarAsync(holder, "SELECT GET_LOCK('slow', 0)");
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer { Timing = SwallowTiming.AfterForwarding }, static request => request.Sql == Slow);

        // It waits for a lock that nobody releases before the client has failed.
        Task<object?> running = mode.ScalarAsync(connection, Slow);
        await fault.Struck;

        Failures.AssertEnded(Ending.Fin, await Assert.ThrowsAnyAsync<Exception>(() => running));
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SwallowAnswerIntoSilence_StatementHasRunAndOnlyTheTimeoutEndsTheCall(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer { Ending = Ending.Silence }, IsInsert);
        await using var command = new MySqlCommand(Proxied.Insert, connection) { CommandTimeout = 1 };

        Task<object?> running = mode.ScalarAsync(command);
        await fault.Struck;

        Assert.False(running.IsCompleted);
        Assert.Equal(1, await proxied.CountAsync());
        var failure = await Assert.ThrowsAsync<MySqlException>(() => running);
        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, failure.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BlackHole_CallHangsAndTheServerKeepsItsSessionUntilHealed(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new BlackHole(), IsInsert);

        Task<int> running = mode.ExecuteAsync(connection, Proxied.Insert);
        await fault.Struck;

        Assert.Equal(1, await proxied.Server.CountSessionsAsync());
        Assert.Equal(0, await proxied.CountAsync());
        Assert.False(running.IsCompleted);
        proxied.Proxy.Heal();
        Failures.AssertEnded(Ending.Reset, await Assert.ThrowsAnyAsync<Exception>(() => running));
        await AssertSessionsEndAsync(proxied);
        Assert.Equal(0, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HalfOpen_CallHangsWhileTheServersSessionEnds(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new HalfOpen(), IsInsert);

        Task<int> running = mode.ExecuteAsync(connection, Proxied.Insert);
        await fault.Struck;
        await AssertSessionsEndAsync(proxied);

        Assert.False(running.IsCompleted);
        proxied.Proxy.Heal();
        await Assert.ThrowsAnyAsync<Exception>(() => running);
        Assert.Equal(0, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Delay_RequestReachesTheServerWhenTheTimeIsOver(ServerEngine engine, CallMode mode)
    {
        var time = new FakeTimeProvider();
        await using Proxied proxied = await Proxied.StartAsync(engine, new FaultProxyOptions { TimeProvider = time });
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new Delay(TimeSpan.FromSeconds(5)), IsInsert);

        Task<int> running = mode.ExecuteAsync(connection, Proxied.Insert);
        FaultStrike strike = await fault.Struck;
        Assert.Equal(time.GetUtcNow(), strike.At);
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(0, await proxied.CountAsync());
        Assert.False(running.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, await running);
        Assert.Equal(1, await proxied.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Throttle_AnswerTakesItsTimeUntilHealed(ServerEngine engine, CallMode mode)
    {
        const string Sql = "SELECT REPEAT('x', 2000)";
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Injection fault = proxied.Proxy.Inject(new Throttle(4000), static request => request.Sql == Sql);

        TimeSpan throttled = await MeasureAsync();
        Assert.Equal(1, fault.StrikeCount);
        Assert.InRange(throttled, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));
        Assert.InRange(await MeasureAsync(), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));

        proxied.Proxy.Heal();
        Assert.InRange(await MeasureAsync(), TimeSpan.Zero, TimeSpan.FromSeconds(0.45));

        async Task<TimeSpan> MeasureAsync()
        {
            long start = TimeProvider.System.GetTimestamp();
            Assert.Equal(new string('x', 2000), await mode.ScalarAsync(connection, Sql));
            return TimeProvider.System.GetElapsedTime(start);
        }
    }

    private static Task AssertSessionsEndAsync(Proxied proxied) =>
        Proxied.EventuallyAsync(async () => await proxied.Server.CountSessionsAsync() == 0);
}
