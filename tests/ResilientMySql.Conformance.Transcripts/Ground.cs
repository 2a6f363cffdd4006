using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>Where a case runs: a schema of its own on a server.</summary>
/// <param name="Engine">Which server it is.</param>
/// <param name="Mode">Which methods the case calls.</param>
/// <param name="ConnectionString">Of the schema; with the driver's defaults.</param>
public sealed record Ground(ServerEngine Engine, CallMode Mode, string ConnectionString)
{
    private string Outside => ConnectionString + ";Allow User Variables=true;Auto Enlist=false;Application Name=ground";

    /// <summary>The schema's name. It varies, and never appears in a transcript.</summary>
    public string Schema => new MySqlConnectionStringBuilder(ConnectionString).Database;

    /// <summary>Runs statements outside of what is compared, always with the driver itself.</summary>
    public async Task PrepareAsync(string sql)
    {
        await using var connection = new MySqlConnection(Outside);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks the server outside of what is compared; null where there is nothing.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = new MySqlConnection(Outside);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
