using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins what the driver says of its sessions to the referenced version.</summary>
public sealed class SessionStateTests
{
    [SkippableTheory]
    [InlineData("Required", true)]
    [InlineData("None", false)]
    public async Task OpenConnection_SaysWhetherItIsEncrypted(string sslMode, bool isEncrypted)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MySql);
        await using var connection = new MySqlConnection($"{rented.Server.ConnectionString};Pooling=false;Allow Public Key Retrieval=true;SSL Mode={sslMode}");
        await connection.OpenAsync();

        Assert.Equal(isEncrypted, SessionEncryption.IsOn(connection));
    }

    [SkippableFact]
    public async Task OpenConnection_IsReadyAndWhileItReadsItIsNot()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MySql);
        await using var connection = new MySqlConnection($"{rented.Server.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        Assert.True(SessionReadiness.IsReady(connection));

        await using var command = new MySqlCommand("SELECT * FROM city", connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();

        Assert.False(SessionReadiness.IsReady(connection));
    }
}
