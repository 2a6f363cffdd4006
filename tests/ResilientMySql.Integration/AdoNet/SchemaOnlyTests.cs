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
}
