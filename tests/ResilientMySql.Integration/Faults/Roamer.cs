using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Faults;

/// <summary>A user whom every server knows by the same password, and who may write only while a server is not read-only.</summary>
internal static class Roamer
{
    public static async Task<string> ConnectionStringAsync(TestServer server)
    {
        await server.ExecuteAsync("CREATE USER IF NOT EXISTS 'roamer'@'%' IDENTIFIED BY 'roams'");
        await server.ExecuteAsync($"GRANT ALL ON {server.Database}.* TO 'roamer'@'%'");
        return new MySqlConnectionStringBuilder(server.ConnectionString)
        {
            UserID = "roamer",
            Password = "roams",
            AllowPublicKeyRetrieval = true,
        }.ConnectionString;
    }
}
