using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

public sealed class PingAndResetTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Ping_IsTrueOnALivingSessionAndRepairsADeadOne(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;

        Assert.True(await mode.PingAsync(connection));
        Assert.Equal(thread, connection.ServerThread);
        await rented.Server.KillAllSessionsAsync();
        Assert.True(await mode.PingAsync(connection));
        Assert.NotEqual(thread, connection.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Ping_IsFalseWhereTheSessionCannotBeReplaced(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await rented.Server.KillAllSessionsAsync();

        Assert.False(await mode.PingAsync(connection));

        // The transaction's owner is told all the same.
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));
        Assert.Equal(LossCause.Transaction, lost.Cause);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Reset_GivesUpAllStateButTheSchema(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Allow User Variables=true");
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        await CallMode.Async.ExecuteAsync(connection, "CREATE TEMPORARY TABLE sakila_city_by_name SELECT city_id, city FROM city");
        await CallMode.Async.ExecuteAsync(connection, "SET @tag = 1, time_zone = '+05:00'");
        await CallMode.Async.ExecuteAsync(connection, "BEGIN");
        await CallMode.Async.ExecuteAsync(connection, "DELETE FROM city WHERE city_id = 1");
        await connection.ChangeDatabaseAsync("information_schema");

        await connection.ResetConnectionAsync();

        Assert.Equal("information_schema", await CallMode.Async.ScalarAsync(connection, "SELECT DATABASE()"));
        Assert.Equal(DBNull.Value, await CallMode.Async.ScalarAsync(connection, "SELECT @tag"));
        Assert.NotEqual("+05:00", await CallMode.Async.ScalarAsync(connection, "SELECT @@time_zone"));
        await connection.ChangeDatabaseAsync(rented.Server.Database);
        Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        // Nothing pins it any more: it is repaired as any other.
        await rented.Server.KillAllSessionsAsync();
        Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Reset_OfADeadOrTornSession_GivesAFreshOne(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await CallMode.Async.ExecuteAsync(connection, "BEGIN");
        await rented.Server.KillAllSessionsAsync();
        await Assert.ThrowsAsync<ResilientMySqlException>(() => CallMode.Async.ScalarAsync(connection, "SELECT 1"));

        await connection.ResetConnectionAsync();

        Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Reset_IsRefusedUnderATransactionObject(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await CallMode.Async.ExecuteAsync(connection, "DELETE FROM city WHERE city_id = 1", transaction);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.ResetConnectionAsync());

        await transaction.CommitAsync();
        Assert.Equal(599L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }
}
