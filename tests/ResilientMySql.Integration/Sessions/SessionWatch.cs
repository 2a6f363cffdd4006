using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Asks the server again and again, on a connection of its own, how many sessions of the pool's user it has.</summary>
internal sealed class SessionWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(3);

    private readonly CancellationTokenSource _stop = new();
    private readonly string _connectionString;
    private readonly MySqlCommand _count;
    private readonly Task _watching;

    private SessionWatch(TestServer server)
    {
        // MySQL deprecates its list in information_schema; MariaDB's performance_schema is off unless asked for.
        string list = server.Engine is ServerEngine.MySql ? "performance_schema.processlist" : "information_schema.PROCESSLIST";
        _count = new MySqlCommand($"SELECT COUNT(*) FROM {list} WHERE {PoolUser.Condition}");
        _connectionString = server.ConnectionString + ";Pooling=False";
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>The most that it ever saw.</summary>
    public int Most { get; private set; }

    /// <summary>How often it could count.</summary>
    public int Counts { get; private set; }

    public static SessionWatch Start(TestServer server) => new(server);

    /// <summary>Watches no more, and waits until it does not.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _count.DisposeAsync();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new MySqlConnection(_connectionString);
                await connection.OpenAsync();
                await CountAsync(connection);
            }
            catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException)
            {
                // The server is away: it has no sessions.
                await Task.Delay(Interval);
            }
        }
    }

    private async Task CountAsync(MySqlConnection connection)
    {
        _count.Connection = connection;
        while (!_stop.IsCancellationRequested)
        {
            Most = Math.Max(Most, Convert.ToInt32(await _count.ExecuteScalarAsync(), null));
            Counts++;
            await Task.Delay(Interval);
        }
    }
}
