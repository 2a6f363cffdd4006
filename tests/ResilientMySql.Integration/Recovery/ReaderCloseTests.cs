using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>What fails while a reader is closed is told, where it may have been a write.</summary>
public sealed class ReaderCloseTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WriteBehindTheResultIsKilled_CloseSaysSo(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var holder = new MySqlConnection(rented.Server.ConnectionString);
        await holder.OpenAsync();
        await using MySqlTransaction held = await holder.BeginTransactionAsync();
        await mode.ExecuteAsync(holder, "UPDATE city SET city = 'Held' WHERE city_id = 1", held);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1; UPDATE city SET city = 'Changed' WHERE city_id = 1";
        DbDataReader reader = await mode.ReaderAsync(command);

        Task closing = Task.Run(() => mode.CloseAsync(reader));
        await Eventually.HoldsAsync(async () =>
        {
            await rented.Server.ExecuteAsync($"KILL QUERY {connection.ServerThread}");
            return closing.IsCompleted;
        });

        MySqlException killed = await Assert.ThrowsAsync<MySqlException>(() => closing);
        Assert.Equal(MySqlErrorCode.QueryInterrupted, killed.ErrorCode);
        Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(killed));
        await held.RollbackAsync();
        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Changed'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WriteBehindTheResultFails_CloseSaysSo(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1; INSERT INTO city (city_id, city, country_id) VALUES (1, 'Twin', 1)";
        DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.CloseAsync(reader));

        Assert.Equal(MySqlErrorCode.DuplicateKeyEntry, refused.ErrorCode);
        Assert.Equal(1, Convert.ToInt32(await mode.ScalarAsync(connection, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LockWaitTimesOutBehindTheRowsRead_CloseSaysSo(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var holder = new MySqlConnection(rented.Server.ConnectionString);
        await holder.OpenAsync();
        await using MySqlTransaction held = await holder.BeginTransactionAsync();
        await mode.ExecuteAsync(holder, "UPDATE city SET city = 'Held' WHERE city_id = 600", held);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION innodb_lock_wait_timeout = 1");
        await using DbTransaction transaction = await mode.BeginAsync(connection);
        await using var command = new ResilientMySqlCommand("SELECT city_id, REPEAT('x', 2000) FROM city ORDER BY city_id FOR UPDATE", connection, (ResilientMySqlTransaction)transaction);
        DbDataReader reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.CloseAsync(reader));

        Assert.Equal(MySqlErrorCode.LockWaitTimeout, refused.ErrorCode);
        await mode.RollbackAsync(transaction);
    }
}
