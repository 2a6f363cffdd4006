using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Several statements that were to be prepared end with the first that fails, and the transaction with them.</summary>
public sealed class PreparedListTests
{
    private const string First = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";
    private const string Twin = "INSERT INTO city (city_id, city, country_id) VALUES (1, 'Twin', 1)";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Batch_NothingRunsBehindTheFailure(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = connection.CreateBatch();
        foreach (string sql in (string[])[First, Twin, First])
            batch.BatchCommands.Add(new MySqlBatchCommand(sql));

        if (mode is CallMode.Sync)
            batch.Prepare();
        else
            await batch.PrepareAsync();
        await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());

        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Text_NothingRunsBehindTheFailure(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = $"{First}; {Twin}; {First}";

        await mode.PrepareAsync(command);
        await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync());

        Assert.False(command.IsPrepared);
        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BatchOfTextsPreparedByCommands_NothingRunsBehindTheFailure(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch batch = connection.CreateBatch();
        foreach (string sql in (string[])[First, Twin, First])
        {
            await using ResilientMySqlCommand prepared = connection.CreateCommand();
            prepared.CommandText = sql;
            await mode.PrepareAsync(prepared);
            batch.BatchCommands.Add(new MySqlBatchCommand(sql));
        }

        await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());

        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BatchOfTextsPreparedByOthers_IsRefused(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlBatch prepared = connection.CreateBatch();
        prepared.BatchCommands.Add(new MySqlBatchCommand(First));
        if (mode is CallMode.Sync)
            prepared.Prepare();
        else
            await prepared.PrepareAsync();
        await using ResilientMySqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new MySqlBatchCommand(First));
        batch.BatchCommands.Add(new MySqlBatchCommand(First));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => _ = mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());

        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 1"));
        Assert.Equal(2, mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());
    }
}
