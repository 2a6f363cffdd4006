using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>An account that one pool alone connects with, so that the server's list tells its sessions from all others.</summary>
internal sealed class PoolUser : IAsyncDisposable
{
    private const string Name = "crowd";
    private const string Password = "in turn";

    private readonly TestServer _server;

    private PoolUser(TestServer server)
    {
        _server = server;
        ConnectionString = new MySqlConnectionStringBuilder(server.ConnectionString) { UserID = Name, Password = Password }.ConnectionString;
    }

    /// <summary>Whose sessions they are, in a condition on the server's list.</summary>
    public static string Condition => $"USER = '{Name}'";

    public string ConnectionString { get; }

    public static async Task<PoolUser> CreateAsync(TestServer server)
    {
        Skip.IfNot(server.CanControl, "The server is external.");
        await server.ExecuteAsync(
            $"""
             DROP USER IF EXISTS '{Name}'@'%';
             CREATE USER '{Name}'@'%' IDENTIFIED BY '{Password}';
             GRANT SELECT ON {server.Database}.* TO '{Name}'@'%';
             """);
        return new PoolUser(server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsRunning)
            await _server.ExecuteAsync($"DROP USER IF EXISTS '{Name}'@'%'");
    }
}
