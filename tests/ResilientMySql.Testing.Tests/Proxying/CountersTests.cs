using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Proxying;

/// <summary>The counters, and with them that the proxy follows everything that the driver says.</summary>
public sealed class CountersTests
{
    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PreparedQuery_IsOneRequest(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        await using var command = new MySqlCommand("SELECT city_id FROM city WHERE city = ? ORDER BY city_id LIMIT 1", connection);
        command.Parameters.Add(new MySqlParameter { Value = "London" });
        ProxyCounters before = proxied.Proxy.Counters;
        await mode.PrepareAsync(command);
        ProxyCounters prepared = proxied.Proxy.Counters;
        Assert.Equal((1, 1, 1), Summary(prepared.Since(before), ServerCommand.Prepare));

        for (int i = 0; i < 10; i++)
            Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));

        ProxyCounters counted = proxied.Proxy.Counters.Since(prepared);
        Assert.Equal((10, 10, 10), Summary(counted, ServerCommand.Execute));
        Assert.Equal(10, counted.PacketsFromClients);
        Assert.Equal(0, counted.Connections);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PoolsReset_IsTwoRequestsInOneRoundTrip(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        MySqlConnectionStringBuilder builder = proxied.ConnectionString();
        builder.Pooling = true;
        await using var dataSource = new MySqlDataSource(builder.ConnectionString);
        await using MySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await connection.CloseAsync();
        ProxyCounters before = proxied.Proxy.Counters;

        await mode.OpenAsync(connection);

        ProxyCounters counted = proxied.Proxy.Counters.Since(before);
        Assert.Equal((1, 2, 1), (counted.RequestsOf(ServerCommand.ResetConnection), counted.Requests, counted.RoundTrips));
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Bytes_AreThoseThatTheServerCounts(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        long serverBefore = await ReceivedByServerAsync();
        ProxyCounters before = proxied.Proxy.Counters;

        await mode.ScalarAsync(connection, "SELECT 'something', REPEAT('x', 100000)");
        long counted = proxied.Proxy.Counters.Since(before).BytesFromClients;

        // The server's own figure includes the second question that asks for it, which is as long as the first one was.
        long asking = proxied.Proxy.Counters.BytesFromClients;
        long serverAfter = await ReceivedByServerAsync();
        asking = proxied.Proxy.Counters.BytesFromClients - asking;
        Assert.Equal(serverAfter - serverBefore, counted + asking);
        Assert.True(proxied.Proxy.Counters.Since(before).BytesFromServer > 100_000);

        async Task<long> ReceivedByServerAsync() => Convert.ToInt64(
            await mode.ScalarAsync(connection, engine is ServerEngine.MySql
                ? "SELECT variable_value FROM performance_schema.session_status WHERE variable_name = 'Bytes_received'"
                : "SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'Bytes_received'"), null);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EverythingThatTheDriverSays_IsUnderstood(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await proxied.Server.ExecuteAsync("SET GLOBAL local_infile = ON");
        await proxied.Server.ExecuteAsync("SET GLOBAL max_allowed_packet = 67108864");
        MySqlConnectionStringBuilder builder = proxied.ConnectionString();
        builder.AllowLoadLocalInfile = true;
        builder.AllowUserVariables = true;
        await using var connection = new MySqlConnection(builder.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "DROP PROCEDURE IF EXISTS several; CREATE PROCEDURE several() BEGIN SELECT 1; SELECT 2 UNION SELECT 3; END");
        ProxyCounters before = proxied.Proxy.Counters;

        // Each line is one request, but the prepared ones, which are two, and the last, which is not answered.
        await mode.ExecuteAsync(connection, "CREATE TEMPORARY TABLE words (id INT, word LONGTEXT)");
        await AssertRowsAsync("CALL several()", 3);
        await AssertRowsAsync("SELECT 1; SELECT 2; SET @a = 1; SELECT city_id FROM city LIMIT 10", 12);
        await AssertRowsAsync("SELECT * FROM city WHERE FALSE", 0);
        await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, "NO SQL"));
        await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, "SELECT (SELECT 1 UNION SELECT 2) FROM city"));
        Assert.Equal(4, await LoadAsync(connection));
        Assert.True(await mode.PingAsync(connection));
        connection.ChangeDatabase("information_schema");
        connection.ChangeDatabase(proxied.Server.Database);
        Assert.Equal(17_000_000L, Convert.ToInt64(await mode.ScalarAsync(connection, $"SELECT LENGTH('{new string('x', 17_000_000)}')"), null));
        Assert.Equal(new string('y', 17_000_000), await mode.ScalarAsync(connection, "SELECT REPEAT('y', 17000000)"));
        await AssertRowsAsync("SELECT city FROM city WHERE city_id < ? AND country_id > ?", 9, 10, 0);
        await AssertRowsAsync("INSERT INTO words VALUES (?, ?)", 0, 1, "long");
        await using (var attributed = new MySqlCommand("SELECT 'with attributes'", connection))
        {
            attributed.Attributes.SetAttribute("text", "value");
            attributed.Attributes.SetAttribute("number", 5L);
            attributed.Attributes.SetAttribute("moment", new DateTime(2026, 11, 22, 1, 2, 3, DateTimeKind.Unspecified));
            Injection delayed = proxied.Proxy.Inject(new Delay(TimeSpan.Zero), static request => request.Sql == "SELECT 'with attributes'");
            Assert.Equal("with attributes", await mode.ScalarAsync(attributed));
            Assert.Equal(1, delayed.StrikeCount);
        }

        ProxyCounters counted = proxied.Proxy.Counters.Since(before);
        Assert.Equal(0, counted.RequestsOf(ServerCommand.Unseen));
        Assert.Equal((2, 2), (counted.RequestsOf(ServerCommand.Prepare), counted.RequestsOf(ServerCommand.Execute)));
        Assert.Equal((1, 2), (counted.RequestsOf(ServerCommand.Ping), counted.RequestsOf(ServerCommand.InitDb)));
        Assert.Equal(10, counted.RequestsOf(ServerCommand.Query));
        Assert.Equal(1, proxied.Proxy.StrikeIdle(new FinWhileIdle()));

        async Task AssertRowsAsync(string sql, int rows, params object[] values)
        {
            await using var command = new MySqlCommand(sql, connection);
            foreach (object value in values)
                command.Parameters.Add(new MySqlParameter { Value = value });
            if (values.Length > 0)
                await mode.PrepareAsync(command);
            Assert.Equal((rows, null), await mode.ReadAsync(command));
        }
    }

    private static async Task<int> LoadAsync(MySqlConnection connection)
    {
        using var content = new MemoryStream("1\tone\n2\ttwo\n3\tthree\n4\tfour\n"u8.ToArray());
        var loader = new MySqlBulkLoader(connection) { TableName = "words", SourceStream = content, Local = true };
        return await loader.LoadAsync();
    }

    private static (long Requests, long OfCommand, long RoundTrips) Summary(ProxyCounters counters, ServerCommand command) =>
        (counters.Requests, counters.RequestsOf(command), counters.RoundTrips);
}
