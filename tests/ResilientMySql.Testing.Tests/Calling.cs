using MySqlConnector;

namespace ResilientMySql.Testing.Tests;

/// <summary>Lets a test be written once for both kinds of calls. Synchronous ones run on a thread of their own, for they may hang.</summary>
internal static class Calling
{
    public static Task OpenAsync(this CallMode mode, MySqlConnection connection) =>
        mode is CallMode.Sync ? Task.Run(connection.Open) : connection.OpenAsync();

    public static Task<object?> ScalarAsync(this CallMode mode, MySqlCommand command) =>
        mode is CallMode.Sync ? Task.Run(command.ExecuteScalar) : command.ExecuteScalarAsync();

    public static async Task<object?> ScalarAsync(this CallMode mode, MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        return await mode.ScalarAsync(command);
    }

    public static async Task<int> ExecuteAsync(this CallMode mode, MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection);
        return mode is CallMode.Sync ? await Task.Run(command.ExecuteNonQuery) : await command.ExecuteNonQueryAsync();
    }

    public static Task<bool> PingAsync(this CallMode mode, MySqlConnection connection) =>
        mode is CallMode.Sync ? Task.Run(connection.Ping) : connection.PingAsync();

    public static Task PrepareAsync(this CallMode mode, MySqlCommand command) =>
        mode is CallMode.Sync ? Task.Run(command.Prepare) : command.PrepareAsync();

    public static Task<bool> ReadAsync(this CallMode mode, MySqlDataReader reader) =>
        mode is CallMode.Sync ? Task.Run(reader.Read) : reader.ReadAsync();

    /// <summary>Reads to the end or to the failure, and says how many rows there were and what the failure was.</summary>
    public static async Task<(int Rows, Exception? Failure)> ReadAsync(this CallMode mode, MySqlCommand command)
    {
        int rows = 0;
        try
        {
            await using MySqlDataReader reader = mode is CallMode.Sync ? await Task.Run(command.ExecuteReader) : await command.ExecuteReaderAsync();
            do
            {
                while (mode is CallMode.Sync ? reader.Read() : await reader.ReadAsync())
                    rows++;
            }
            while (mode is CallMode.Sync ? reader.NextResult() : await reader.NextResultAsync());
            return (rows, null);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException)
        {
            return (rows, exception);
        }
    }
}
