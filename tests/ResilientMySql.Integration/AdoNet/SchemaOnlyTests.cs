using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>For a schema alone the driver switches the session's rows off, and leaves them so after an error.</summary>
public sealed class SchemaOnlyTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ErrorInTransaction_SaysWhatItIsAndLeavesTheRowsOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        await using var missing = new ResilientMySqlCommand("SELECT * FROM missing", connection, transaction);

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.ReaderAsync(missing, CommandBehavior.SchemaOnly));

        Assert.Equal(1146, refused.Number);
        await using var cities = new ResilientMySqlCommand("SELECT city_id FROM city", connection, transaction);
        await using (DbDataReader reader = await mode.ReaderAsync(cities))
            Assert.True(await mode.ReadAsync(reader));

        await mode.CommitAsync(transaction);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ErrorInALaterResult_LeavesTheRowsOnForTheNextLease(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using (var missing = new ResilientMySqlCommand("SELECT 1; SELECT * FROM missing", connection))
        {
            DbDataReader reader = await mode.ReaderAsync(missing, CommandBehavior.SchemaOnly);
            await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? reader.NextResult() : await reader.NextResultAsync());
            await mode.CloseAsync(reader);
        }

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.Equal(1, Convert.ToInt32(await mode.ScalarAsync(connection, "SELECT city_id FROM city ORDER BY city_id LIMIT 1"), null));
    }
}
