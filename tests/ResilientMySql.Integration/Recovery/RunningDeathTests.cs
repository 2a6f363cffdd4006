using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Sessions that die while a statement runs: reads run once more, writes never.</summary>
public sealed class RunningDeathTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReadKilledWhileWaiting_RunsOnceMore(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);

        object? count = await WhileCityIsLockedAsync(server, connection, () => mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        Assert.Equal(600L, count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WriteKilledWhileWaiting_SaysThatTheOutcomeIsUnknown(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => WhileCityIsLockedAsync(
            server, connection, async () => await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)")));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.NotNull(lost.InnerException);

        // The next call finds a rehydrated session.
        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StatementInTransactionKilledWhileWaiting_SaysThatTheTransactionIsLost(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => WhileCityIsLockedAsync(
            server, connection, async () => await mode.ExecuteAsync(connection, "DELETE FROM city WHERE city_id = 1", transaction)));

        Assert.Equal(LossCause.Transaction, lost.Cause);
        await mode.RollbackAsync(transaction);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task KilledWhileReading_ReaderSaysThatItsRowsAreLost(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await using DbCommand command = connection.CreateCommand();

        // More than the sockets hold, so that the server is still sending when it is struck.
        command.CommandText = "SELECT a.city_id, REPEAT('x', 1000) FROM city a, city b";
        await using DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));
        await server.KillAllSessionsAsync();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(async () =>
        {
            while (await mode.ReadAsync(reader))
            {
            }
        });

        Assert.Equal(LossCause.ResultSet, lost.Cause);
        await mode.CloseAsync(reader);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServersOwnErrors_ArriveUntouched(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        var duplicate = await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() =>
            mode.ExecuteAsync(connection, "INSERT INTO city (city_id, city, country_id) VALUES (1, 'Atlantis', 102)"));
        var syntax = await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() => mode.ScalarAsync(connection, "SELEKT 1"));

        Assert.Equal((1062, 1064), (duplicate.Number, syntax.Number));
        Assert.Equal(thread, connection.ServerThread);
    }

    /// <summary>Holds the table, starts the call, waits until it waits for the table, ends its session, and lets go of the table.</summary>
    private static async Task<object?> WhileCityIsLockedAsync<T>(TestServer server, ResilientMySqlConnection connection, Func<Task<T>> call)
    {
        await using var holder = new MySqlConnector.MySqlConnection(server.ConnectionString + ";Pooling=false");
        await holder.OpenAsync();
        await CallMode.Async.ExecuteAsync(holder, "LOCK TABLES city WRITE");
        int thread = connection.ServerThread;
        Task<T> running = Task.Run(call);
        while (!running.IsCompleted && await server.QueryAsync<long>(
            $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND state LIKE 'Waiting for%'") == 0)
        {
            await Task.Delay(10);
        }

        Assert.False(running.IsCompleted, "The call did not wait for the table.");
        await server.KillSessionAsync(thread);
        await CallMode.Async.ExecuteAsync(holder, "UNLOCK TABLES");
        return await running;
    }
}
