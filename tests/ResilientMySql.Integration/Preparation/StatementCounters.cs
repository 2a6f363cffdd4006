using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Preparation;

/// <summary>What a server itself counts of prepared statements.</summary>
internal static class StatementCounters
{
    /// <summary>How many statements were prepared since it started.</summary>
    public static Task<long> CountPrepareAsync(this TestServer server) => server.CountAsync("Com_stmt_prepare");

    /// <summary>How many prepared statements were executed since it started.</summary>
    public static Task<long> CountExecuteAsync(this TestServer server) => server.CountAsync("Com_stmt_execute");

    /// <summary>How many prepared statements there are, of all sessions.</summary>
    public static Task<long> CountPreparedAsync(this TestServer server) => server.CountAsync("Prepared_stmt_count");

    private static async Task<long> CountAsync(this TestServer server, string variable)
    {
        await using var connection = new MySqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new MySqlCommand($"SHOW GLOBAL STATUS LIKE '{variable}'", connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return long.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
    }
}
