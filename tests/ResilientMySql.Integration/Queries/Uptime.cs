using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.Recovery;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>How long a server has been up, by its own count.</summary>
internal static class Uptime
{
    /// <summary>Waits until the server can be told from one that was started again, which takes its count of whole seconds some.</summary>
    public static Task SettleAsync(TestServer server) => Eventually.HoldsAsync(async () => await ReadAsync(server) >= 3);

    private static async Task<int> ReadAsync(TestServer server)
    {
        await using var connection = new MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SHOW GLOBAL STATUS LIKE 'Uptime'", connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return int.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
    }
}
