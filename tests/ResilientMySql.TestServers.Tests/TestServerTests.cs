using System.Diagnostics;
using MySqlConnector;

namespace ResilientMySql.TestServers.Tests;

public sealed class TestServerTests
{
    public static TheoryData<ServerEngine> Engines => [.. Enum.GetValues<ServerEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task Started_HoldsSakila(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await using var connection = await OpenAsync(rented.Server);

        Assert.Equal(600L, await ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        Assert.Equal(109L, await ScalarAsync(connection, "SELECT COUNT(*) FROM country"));
        Assert.Equal("312,313", await ScalarAsync(connection, "SELECT GROUP_CONCAT(city_id ORDER BY city_id) FROM city WHERE city = 'London'"));
        Assert.Equal("Congo, The Democratic Republic of the", await ScalarAsync(connection, "SELECT country FROM country WHERE country_id = 25"));
        Assert.Equal(0L, await ScalarAsync(connection, "SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND column_name = 'city'"));
        Assert.Equal(engine == ServerEngine.MariaDb, rented.Server.Version.Contains("MariaDB", StringComparison.Ordinal));
        Assert.Equal(rented.Server.Version, await ScalarAsync(connection, "SELECT VERSION()"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task Killed_StartsAgainOnTheSamePortWithItsData(ServerEngine engine)
    {
        await using var rented = await RentPrivateAsync(engine);
        var server = rented.Server;
        await server.ExecuteAsync("INSERT INTO sakila.city (city, country_id) VALUES ('Atlantis', 102)");
        var connectionString = server.ConnectionString;

        await server.KillAsync();
        Assert.False(server.IsRunning);
        await Assert.ThrowsAsync<MySqlException>(() => OpenAsync(server));
        await server.StartAgainAsync();

        Assert.True(server.IsRunning);
        Assert.Equal(connectionString, server.ConnectionString);
        await using var connection = await OpenAsync(server);
        Assert.Equal(601L, await ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task Stopped_EndsItsSessionsAndStartsAgain(ServerEngine engine)
    {
        await using var rented = await RentPrivateAsync(engine);
        await using var before = await OpenAsync(rented.Server);

        await rented.Server.StopAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => ScalarAsync(before, "SELECT 1"));
        await rented.Server.StartAgainAsync();

        await using var after = await OpenAsync(rented.Server);
        Assert.Equal(600L, await ScalarAsync(after, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task Frozen_AnswersNothingUntilThawed(ServerEngine engine)
    {
        await using var rented = await RentPrivateAsync(engine);
        await using var connection = await OpenAsync(rented.Server);
        await using var command = new MySqlCommand("SELECT 1", connection) { CommandTimeout = 1 };

        rented.Server.Freeze();
        await Assert.ThrowsAsync<MySqlException>(() => command.ExecuteScalarAsync());
        rented.Server.Thaw();

        await using var after = await OpenAsync(rented.Server);
        Assert.Equal(1L, Convert.ToInt64(await ScalarAsync(after, "SELECT 1"), null));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task FrozenServer_CanBeKilledAndStopped(ServerEngine engine)
    {
        await using var rented = await RentPrivateAsync(engine);

        rented.Server.Freeze();
        await rented.Server.KillAsync();
        Assert.False(rented.Server.IsRunning);
        await rented.Server.StartAgainAsync();
        rented.Server.Freeze();
        await rented.Server.StopAsync();
        Assert.False(rented.Server.IsRunning);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sessions_AreCountedWithoutTheAdministrators(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        Assert.Equal(0, await rented.Server.CountSessionsAsync());

        await using var first = await OpenAsync(rented.Server);
        await using var second = await OpenAsync(rented.Server);

        Assert.Equal(2, await rented.Server.CountSessionsAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task KilledSession_IsGoneAtOnceAndTheOthersLive(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await using var victim = await OpenAsync(rented.Server);
        await using var bystander = await OpenAsync(rented.Server);

        await rented.Server.KillSessionAsync(victim.ServerThread);

        Assert.Equal(1, await rented.Server.CountSessionsAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => ScalarAsync(victim, "SELECT 1"));
        Assert.Equal((long)bystander.ServerThread, Convert.ToInt64(await ScalarAsync(bystander, "SELECT CONNECTION_ID()"), null));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task WaitTimeout_EndsSessionsOpenedLater(ServerEngine engine)
    {
        await using var rented = await RentPrivateAsync(engine);
        await using var before = await OpenAsync(rented.Server);
        await rented.Server.SetWaitTimeoutAsync(1);
        await using var after = await OpenAsync(rented.Server);
        Assert.Equal(1L, Convert.ToInt64(await ScalarAsync(after, "SELECT @@wait_timeout"), null));

        // The server's own clock is the subject.
        var waited = Stopwatch.StartNew();
        while (await rented.Server.CountSessionsAsync() > 1 && waited.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(50);

        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10));
        await Assert.ThrowsAnyAsync<Exception>(() => ScalarAsync(after, "SELECT 1"));
        Assert.Equal((long)before.ServerThread, Convert.ToInt64(await ScalarAsync(before, "SELECT CONNECTION_ID()"), null));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task TwoAtOnce_AreApart(ServerEngine engine)
    {
        await using var first = await RentPrivateAsync(engine);
        await using var second = await RentPrivateAsync(engine);

        Assert.NotEqual(first.Server.Port, second.Server.Port);
        const string identity = "SELECT @@pid_file";
        Assert.NotEqual(await first.Server.QueryAsync<string>(identity), await second.Server.QueryAsync<string>(identity));
        await first.Server.KillAsync();
        Assert.Equal(600, await second.Server.QueryAsync<int>("SELECT COUNT(*) FROM sakila.city"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task Disposed_LeavesNothing(ServerEngine engine)
    {
        SkipUnlessPrivate(engine);
        var server = await TestServer.StartAsync(engine);
        var (directory, processId) = (server.Directory, server.ProcessId);
        Assert.True(Directory.Exists(directory));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(directory));
        Assert.False(Directory.Exists($"/proc/{processId}"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task OptionsOfATest_ReachTheServer(ServerEngine engine)
    {
        SkipUnlessPrivate(engine);
        await using var server = await TestServer.StartAsync(engine, new() { ServerArguments = ["--max-connections=17"] });

        Assert.Equal(17, await server.QueryAsync<int>("SELECT @@max_connections"));
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task ServerThatCannotStart_SaysWhy(ServerEngine engine)
    {
        SkipUnlessPrivate(engine);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestServer.StartAsync(engine, new() { ServerArguments = ["--no-such-option"] }));

        Assert.Contains("no-such-option", exception.Message, StringComparison.Ordinal);
    }

    private static void SkipUnlessPrivate(ServerEngine engine)
    {
        var variable = "RESILIENTMYSQL_" + engine.ToString().ToUpperInvariant();
        Skip.If(Environment.GetEnvironmentVariable(variable) is { Length: > 0 }, $"{variable} names a server that is not ours to control.");
    }

    private static async Task<RentedServer> RentPrivateAsync(ServerEngine engine)
    {
        SkipUnlessPrivate(engine);
        return await ServerPool.RentAsync(engine);
    }

    private static async Task<MySqlConnection> OpenAsync(TestServer server)
    {
        var connection = new MySqlConnection(server.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ScalarAsync(MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
