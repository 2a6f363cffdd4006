using System.Net;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Integration.Recovery;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries;

/// <summary>A write that may run twice does so only where nothing is left of its first attempt (docs/decisions/0018).</summary>
public sealed class IdempotentGhostTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FirstAttemptWaitsForALock_IsEndedBeforeTheSecondRuns(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        int ghost = await ReadyAsync(proxied.Server, dataSource);
        await using MySqlConnection holder = await LockAsync(proxied.Server);
        Injection lost = proxied.Proxy.Inject(new SwallowAnswer { Timing = SwallowTiming.AfterForwarding }, IsWrite);

        Task<int> writing = Task.Run(() => mode.ExecuteAsync(dataSource, new AddCounter(1)));
        await Eventually.HoldsAsync(async () => await WaitingBehindAsync(proxied.Server, ghost) == 1);
        await holder.CloseAsync();

        Assert.Equal(1, await writing.WaitAsync(Limit));
        Assert.Equal((1, 11), (lost.StrikeCount, await CountAsync(proxied.Server)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerWasStartedSince_RunsOnceMore(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        Skip.IfNot(rented.Server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        int thread = await ReadyAsync(rented.Server, dataSource);
        MySqlConnection holder = await LockAsync(rented.Server);

        // Longer than the server will have been up when it is asked.
        await Task.Delay(TimeSpan.FromSeconds(5));
        Task<int> writing = Task.Run(() => mode.ExecuteAsync(dataSource, new AddCounter(1)));
        await Eventually.HoldsAsync(async () => await WaitingBehindAsync(rented.Server, thread - 1) == 1);

        await rented.Server.KillAsync();
        await rented.Server.StartAgainAsync();

        Assert.Equal(1, await writing.WaitAsync(Limit));
        Assert.Equal(11, await CountAsync(rented.Server));
        await Record.ExceptionAsync(async () => await holder.DisposeAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnotherServerAnswers_OutcomeIsUnknown(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using RentedServer other = await ServerPool.RentAsync(engine);
        await Roamer.ConnectionStringAsync(other.Server);
        await using var dataSource = new ResilientMySqlDataSource(
            $"{await Roamer.ConnectionStringAsync(proxied.Server)};Port={proxied.Proxy.Port};SSL Mode=None;Maximum Pool Size=1;Server Change=Any");
        await ReadyAsync(proxied.Server, dataSource);
        await SetAsync(other.Server);
        proxied.Proxy.RedirectTo(new IPEndPoint(IPAddress.Loopback, other.Server.Port));
        proxied.Proxy.Inject(new SwallowAnswer(), IsWrite);

        var unknown = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(dataSource, new AddCounter(1)));

        Assert.Equal((ExecutionOutcome.Unknown, LossCause.Link, false), (unknown.Outcome, unknown.Cause, unknown.IsTransient));
        Assert.Equal((11, 10), (await CountAsync(proxied.Server), await CountAsync(other.Server)));
    }

    /// <summary>Nobody else is to repeat it either, for nobody knows whether the first attempt is over.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WithoutRecovery_IsNotCalledTransient(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Recovery=Off");
        await ReadyAsync(proxied.Server, dataSource);
        proxied.Proxy.Inject(new SwallowAnswer(), IsWrite);

        var unknown = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(dataSource, new AddCounter(1)));

        Assert.Equal((ExecutionOutcome.Unknown, false), (unknown.Outcome, unknown.IsTransient));
        Assert.Equal(11, await CountAsync(proxied.Server));
    }

    private static bool IsWrite(ProxiedRequest request) =>
        request.Command is ServerCommand.Execute && request.Sql?.EndsWith(AddCounter.CommandText, StringComparison.Ordinal) is true;

    /// <summary>The row counts from 10; the thread of the one session that there is.</summary>
    private static async Task<int> ReadyAsync(TestServer server, ResilientMySqlDataSource dataSource)
    {
        await SetAsync(server);
        await Uptime.SettleAsync(server);
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        return connection.ServerThread;
    }

    private static async Task<MySqlConnection> LockAsync(TestServer server)
    {
        var holder = new MySqlConnection(server.ConnectionString + ";Pooling=False");
        await holder.OpenAsync();
        await using var command = new MySqlCommand("START TRANSACTION; SELECT city_id FROM city WHERE city_id = 1 FOR UPDATE", holder);
        await command.ExecuteNonQueryAsync();
        return holder;
    }

    /// <summary>How many sessions younger than that one have the write under way.</summary>
    private static Task<int> WaitingBehindAsync(TestServer server, int thread) => server.QueryAsync<int>(
        $"SELECT CAST(COUNT(*) AS SIGNED) FROM information_schema.processlist WHERE id > {thread} AND id <> CONNECTION_ID() AND info LIKE '%country_id + 1%'");

    private static Task<int> SetAsync(TestServer server) => server.ExecuteAsync($"UPDATE {server.Database}.city SET country_id = 10 WHERE city_id = 1");

    private static Task<int> CountAsync(TestServer server) =>
        server.QueryAsync<int>($"SELECT CAST(country_id AS SIGNED) FROM {server.Database}.city WHERE city_id = 1");
}
