using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Integration.Preparation;
using ResilientMySql.Io;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins the way to the driver's prepared statements to the referenced version.</summary>
public sealed class DriverStatementsTests
{
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, "")]
    [InlineData(ServerEngine.MySql, "")]
    [InlineData(ServerEngine.MySql, ";SSL Mode=Required")]
    [InlineData(ServerEngine.MariaDb, ";Use Compression=true")]
    [InlineData(ServerEngine.MySql, ";Use Compression=true")]
    [InlineData(ServerEngine.MySql, ";Force Synchronous=true")]
    public async Task Closed_TheServerHasItNoMoreAndTheDriverPreparesItAnew(ServerEngine engine, string options)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new MySqlConnection(rented.Server.ConnectionString + ";Pooling=false" + options);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT 5", connection);
        await using var other = new MySqlCommand("SELECT 6", connection);
        await other.PrepareAsync();
        foreach (IoMode mode in Enum.GetValues<IoMode>())
        {
            await command.PrepareAsync();
            Assert.Equal(2, await rented.Server.CountPreparedAsync());

            Assert.True(DriverStatements.CanClose);
            await DriverStatements.CloseAsync(connection, command.CommandText, mode);
            await DriverStatements.CloseAsync(connection, "SELECT 'never prepared'", mode);

            Assert.False(command.IsPrepared);
            Assert.Equal(5L, Convert.ToInt64(await command.ExecuteScalarAsync(), null));
            Assert.Equal(1, await rented.Server.CountPreparedAsync());
            Assert.Equal(6L, Convert.ToInt64(await other.ExecuteScalarAsync(), null));
        }
    }
}
