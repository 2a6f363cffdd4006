using System.Data;
using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>A private server with tables, routines and a sequence for the statements to work on, and an onlooker beside them.</summary>
internal sealed class OracleServer : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly string _connectionString;

    private OracleServer(TestServer server, string connectionString, MySqlConnection onlooker)
    {
        _server = server;
        _connectionString = connectionString;
        Onlooker = onlooker;
    }

    public ServerEngine Engine => _server.Engine;

    /// <summary>Leads to the schema, unencrypted and unpooled.</summary>
    public string ConnectionString => _connectionString;

    /// <summary>A session that no statement runs on.</summary>
    public MySqlConnection Onlooker { get; }

    public static async Task<OracleServer> StartAsync(ServerEngine engine)
    {
        TestServer server = await TestServer.StartAsync(engine);
        Skip.IfNot(server.CanControl, "The statements change the whole server: they need a private one.");
        var builder = new MySqlConnectionStringBuilder(server.ConnectionString)
        {
            AllowUserVariables = true,
            Pooling = false,
            Database = "",
            SslMode = MySqlSslMode.Disabled,
        };
        var onlooker = new MySqlConnection(builder.ConnectionString);
        await onlooker.OpenAsync();
        foreach (string sql in OracleSchema.For(engine))
            await ExecuteAsync(onlooker, sql);

        builder.Database = OracleSchema.Name;
        return new OracleServer(server, builder.ConnectionString, onlooker);
    }

    /// <summary>A new session on the schema.</summary>
    public async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Ends the session, and waits until the server has cleaned up after it.</summary>
    public async Task CloseAsync(MySqlConnection connection)
    {
        string id = connection.State is ConnectionState.Open ? connection.ServerThread.ToString(CultureInfo.InvariantCulture) : "0";
        await connection.DisposeAsync();
        while (await ScalarAsync(Onlooker, $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {id}") != "0")
            await Task.Yield();
    }

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
            }
        }
        while (await reader.NextResultAsync());
    }

    public static async Task<string> ScalarAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        await Onlooker.DisposeAsync();
        await _server.DisposeAsync();
    }
}
