using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>The driver's connections that are reset, and their reset in both ways.</summary>
internal static class ResetLinks
{
    public static async Task<MySqlConnectionStringBuilder> OptionsAsync(TestServer server, ResetLink link)
    {
        var options = new MySqlConnectionStringBuilder(server.ConnectionString)
        {
            Pooling = false,
            AllowUserVariables = true,
            AllowPublicKeyRetrieval = true,
            SslMode = MySqlSslMode.None,
            UseCompression = link is ResetLink.Compressed,
        };
        if (link is ResetLink.NoPipelining)
            options.Pipelining = false;

        if (link is ResetLink.UnixSocket)
        {
            options.ConnectionProtocol = MySqlConnectionProtocol.UnixSocket;
            options.Server = (await server.QueryAsync<string>("SELECT @@socket"))!;
        }

        return options;
    }

    public static async Task<MySqlConnection> OpenAsync(CallMode mode, MySqlConnectionStringBuilder options)
    {
        var connection = new MySqlConnection(options.ConnectionString);
        await mode.OpenAsync(connection);
        return connection;
    }

    public static async Task<bool> ResetAsync(MySqlConnection connection, CallMode mode)
    {
        ValueTask<bool> reset = SessionReset.TryRunAsync(connection, mode is CallMode.Sync ? IoMode.Sync : IoMode.Async);
        Assert.True(mode is CallMode.Async || reset.IsCompleted);
        return await reset;
    }
}
