using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Parameters;

/// <summary>A session of the driver's whose statements are read off the wire.</summary>
internal sealed class WatchedSession : IAsyncDisposable
{
    private readonly Proxied _proxied;
    private readonly CallMode _mode;
    private readonly MySqlConnection _connection;
    private volatile string? _sent;

    private WatchedSession(Proxied proxied, CallMode mode, bool escapes)
    {
        _proxied = proxied;
        _mode = mode;
        var settings = new MySqlConnectionStringBuilder(proxied.ConnectionString) { AllowUserVariables = true, NoBackslashEscapes = !escapes, Pooling = false };
        _connection = new MySqlConnection(settings.ConnectionString);
        proxied.Proxy.Inject(new Delay(TimeSpan.Zero), Note, Injection.Always);

        bool Note(ProxiedRequest request)
        {
            _sent = request.Command is ServerCommand.Query ? request.Sql : _sent;
            return false;
        }
    }

    /// <param name="engine">Which server.</param>
    /// <param name="mode">By which calls.</param>
    /// <param name="settings">What the server, and the driver, are told about quotes.</param>
    public static async Task<WatchedSession> OpenAsync(ServerEngine engine, CallMode mode, QuoteSettings settings)
    {
        var session = new WatchedSession(await Proxied.StartAsync(engine), mode, settings.DriverEscapes);
        await mode.OpenAsync(session._connection);
        await mode.ExecuteAsync(session._connection, $"SET SESSION sql_mode = '{settings.SqlMode}'");
        return session;
    }

    /// <summary>What reaches the server when the driver is given the text; null where it refuses to send it.</summary>
    public async Task<string?> SendAsync(string sql, IEnumerable<MySqlParameter> parameters)
    {
        _sent = null;
        await using var command = new MySqlCommand(sql, _connection);
        foreach (MySqlParameter parameter in parameters)
            command.Parameters.Add(parameter);

        try
        {
            await using DbDataReader reader = await _mode.ReaderAsync(command);
        }
        catch (MySqlException)
        {
            // The server need not understand it.
        }

        // The driver ends an open line comment.
        return _sent is { } sent && sent.Length > sql.Length && sent[^1] == '\n' && sql[^1] != '\n' ? sent[..^1] : _sent;
    }

    /// <summary>Whether the server finds this many placeholders in the text; null where it does not understand the text.</summary>
    public async Task<bool?> HasPlaceholdersAsync(string sql, int count)
    {
        string hex = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(sql));
        await _mode.ExecuteAsync(_connection, $"SET @text = CONVERT(x'{hex}' USING utf8mb4)");
        try
        {
            await _mode.ExecuteAsync(_connection, "PREPARE st FROM @text");
        }
        catch (MySqlException)
        {
            return null;
        }

        string arguments = count == 0 ? "" : " USING " + string.Join(", ", Enumerable.Repeat("@text", count));
        try
        {
            await _mode.ExecuteAsync(_connection, "EXECUTE st" + arguments);
        }
        catch (MySqlException refusal)
        {
            return refusal.Number != 1210;
        }

        return true;
    }

    public static string ValueOf(int number) => (7_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _proxied.DisposeAsync();
    }
}
