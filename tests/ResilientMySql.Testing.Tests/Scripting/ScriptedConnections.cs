using MySqlConnector;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Testing.Tests.Scripting;

/// <summary>The driver's connections to scripted servers.</summary>
internal static class ScriptedConnections
{
    public static string ConnectionString(ScriptedServer server) => ConnectionString(server.Port);

    public static string ConnectionString(int port) => $"Server=127.0.0.1;Port={port};User ID=any;Password=thing;SSL Mode=None;Pooling=False";

    public static Task<MySqlConnection> OpenAsync(ScriptedServer server, CallMode mode) => OpenAsync(server.Port, mode);

    public static async Task<MySqlConnection> OpenAsync(int port, CallMode mode)
    {
        var connection = new MySqlConnection(ConnectionString(port));
        await mode.OpenAsync(connection);
        return connection;
    }
}
