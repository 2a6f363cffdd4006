using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>The server's own mark of how many connections it had at once, which misses nothing between two looks.</summary>
internal sealed class ConnectionPeak : IAsyncDisposable
{
    private readonly MySqlConnection _connection;

    private ConnectionPeak(MySqlConnection connection) => _connection = connection;

    /// <summary>Begins anew, with the connections that there are now and this one, which stays.</summary>
    public static async Task<ConnectionPeak> StartAsync(TestServer server)
    {
        var connection = new MySqlConnection(server.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new MySqlCommand("FLUSH STATUS", connection);
        await command.ExecuteNonQueryAsync();
        return new ConnectionPeak(connection);
    }

    /// <summary>The most there were since, this one among them.</summary>
    public async Task<int> ReadAsync()
    {
        await using var command = new MySqlCommand("SHOW GLOBAL STATUS LIKE 'Max_used_connections'", _connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return int.Parse(reader.GetString(1), null);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
