using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins what the driver says of its encryption to the referenced version.</summary>
public sealed class SessionEncryptionTests
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
}
