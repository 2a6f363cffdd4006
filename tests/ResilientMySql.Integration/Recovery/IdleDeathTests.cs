using System.Data.Common;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Sessions that died while nobody looked are replaced before the next statement is sent.</summary>
public sealed class IdleDeathTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Deaths), MemberType = typeof(Cells))]
    public async Task DiedIdle_EveryKindOfCallGoesOn(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await death.PrepareAsync(server);
        var losses = new List<RehydratedEventArgs>();

        // One connection for each kind of call, all of which the same death ends.
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString);
        dataSource.Rehydrated += (_, rehydrated) => losses.Add(rehydrated);
        var connections = new List<ResilientMySqlConnection>();
        for (int i = 0; i < 6; i++)
        {
            ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            connections.Add(connection);
        }

        await using DbCommand prepared = connections[3].CreateCommand();
        prepared.CommandText = "SELECT city_id FROM city WHERE city = 'London' ORDER BY city_id LIMIT 1";
        await mode.PrepareAsync(prepared);
        int[] before = [.. connections.Select(static connection => connection.ServerThread)];

        await death.StrikeAsync(server);

        Assert.Equal(600L, await mode.ScalarAsync(connections[0], "SELECT COUNT(*) FROM city"));
        Assert.Equal(1, await mode.ExecuteAsync(connections[1], "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)"));
        await AssertReadsLondonsAsync(mode, connections[2]);
        Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(prepared), null));
        await using (DbTransaction transaction = await mode.BeginAsync(connections[4]))
        {
            await mode.ExecuteAsync(connections[4], "INSERT INTO city (city, country_id) VALUES ('Avalon', 102)", transaction);
            await mode.CommitAsync(transaction);
        }

        await mode.ChangeDatabaseAsync(connections[5], "information_schema");
        Assert.Equal("information_schema", await mode.ScalarAsync(connections[5], "SELECT DATABASE()"));

        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Avalon'"));

        // Once a death, and only once.
        Assert.Equal(before.Order(), losses.Select(static loss => loss.PreviousServerThread).Order());
        Assert.Equal(6, await server.CountSessionsAsync());
        foreach (ResilientMySqlConnection connection in connections)
            await mode.CloseAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Deaths), MemberType = typeof(Cells))]
    public async Task DiedIdle_SchemaAndSettingsAreReplayedInOrder(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await death.PrepareAsync(server);
        await using var connection = new ResilientMySqlConnection(server.ConnectionString + ";Allow User Variables=true");
        int rehydrations = 0;
        await mode.OpenAsync(connection);
        connection.Rehydrated += (_, _) => rehydrations++;
        await mode.ExecuteAsync(connection, "SET SESSION sql_mode = 'STRICT_ALL_TABLES', time_zone = '+03:00'");
        await mode.ExecuteAsync(connection, "SET @greeting = 'hello'");
        await mode.ExecuteAsync(connection, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        await mode.ChangeDatabaseAsync(connection, "information_schema");

        await death.StrikeAsync(server);

        Assert.Equal("information_schema", await mode.ScalarAsync(connection, "SELECT DATABASE()"));
        Assert.Equal("STRICT_ALL_TABLES", await mode.ScalarAsync(connection, "SELECT @@sql_mode"));
        Assert.Equal("+05:00", await mode.ScalarAsync(connection, "SELECT @@time_zone"));
        Assert.Equal("hello", await mode.ScalarAsync(connection, "SELECT @greeting"));
        string isolation = engine is ServerEngine.MariaDb ? "@@tx_isolation" : "@@transaction_isolation";
        Assert.Equal("READ-COMMITTED", await mode.ScalarAsync(connection, $"SELECT {isolation}"));
        Assert.Equal("information_schema", connection.Database);
        Assert.Equal(1, rehydrations);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerComesBackInsideTheDeadline_CallWaitsForIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await server.KillAsync();

        Task<object?> waiting = Task.Run(() => mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        await server.StartAgainAsync();

        Assert.Equal(600L, await waiting);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerStaysAway_SaysThatNothingRanAndRecoversLater(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var connection = new ResilientMySqlConnection(server.ConnectionString + ";Recovery Timeout=1");
        await mode.OpenAsync(connection);
        await server.KillAsync();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)"));

        Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.True(lost.IsTransient);
        Assert.True(lost.Attempts > 1);
        Assert.Equal("08S01", lost.SqlState);
        Assert.InRange(lost.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5));

        await server.StartAgainAsync();
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RecoveryIsOff_EveryLossSurfaces(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString + ";Recovery=Off");
        await mode.OpenAsync(connection);
        await server.KillAllSessionsAsync();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));

        Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted, 0), (lost.Cause, lost.Outcome, lost.Attempts));
    }

    private static async Task AssertReadsLondonsAsync(CallMode mode, ResilientMySqlConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city WHERE city = @city ORDER BY city_id";
        ((ResilientMySqlCommand)command).Parameters.AddWithValue("city", "London");
        await using DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));
        Assert.Equal(312, reader.GetInt32(0));
        Assert.True(await mode.ReadAsync(reader));
        Assert.Equal(313, reader.GetInt32(0));
        Assert.False(await mode.ReadAsync(reader));
        await mode.CloseAsync(reader);
    }
}
