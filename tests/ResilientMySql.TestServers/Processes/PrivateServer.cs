using System.Security.Cryptography;
using MySqlConnector;
using ResilientMySql.TestServers.Administration;

namespace ResilientMySql.TestServers.Processes;

/// <summary>A server of our own on a port of its own, with a data directory copied from the template.</summary>
internal sealed class PrivateServer : IServerHost
{
    private const string UserName = "resilient";
    private const int PortAttempts = 5;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(60);

    private readonly ServerEngine _engine;
    private readonly ServerProcess _process;
    private readonly PortReservation _port;
    private readonly TestServerOptions _options;
    private readonly string _password = NewSecret();
    private readonly string _administrator;

    private PrivateServer(ServerEngine engine, string directory, PortReservation port, ServerProcess process, TestServerOptions options)
    {
        _engine = engine;
        _port = port;
        _process = process;
        _options = options;
        Directory = directory;
        UserConnectionString = new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1",
            Port = (uint)port.Port,
            UserID = UserName,
            Password = _password,
            Database = Database,
            AllowPublicKeyRetrieval = true,
        }.ConnectionString;
        _administrator = new MySqlConnectionStringBuilder
        {
            Server = ServerArguments.SocketPath(directory),
            ConnectionProtocol = MySqlConnectionProtocol.UnixSocket,
            UserID = "root",
            SslMode = MySqlSslMode.Disabled,
            Pooling = false,
            InteractiveSession = true, // so that a test's global wait_timeout is not for us
        }.ConnectionString;
    }

    public string UserConnectionString { get; }

    public string Database => "sakila";

    public string SessionCondition => $"USER = '{UserName}'";

    public bool IsRunning => _process.IsRunning;

    public int ProcessId => _process.ProcessId;

    public string Directory { get; }

    public static async Task<PrivateServer> StartAsync(ServerEngine engine, TestServerOptions options, CancellationToken cancellationToken)
    {
        var program = await ServerProgram.FindAsync(engine);
        for (var attempt = 1; ; attempt++)
        {
            var server = await CreateAsync(engine, program, options, cancellationToken);
            try
            {
                await server.StartAgainAsync(cancellationToken);
                return server;
            }
            catch (PortTakenException) when (attempt < PortAttempts)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.StartAsync(cancellationToken);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.StartTimeout);
        while (!await AcceptsAsync(timeout.Token))
        {
            if (!_process.IsRunning)
                throw await ExplainExitAsync();
            await Task.Delay(PollInterval, timeout.Token);
        }
    }

    public async Task EndAsync(Signal signal, CancellationToken cancellationToken)
    {
        if (signal != Signal.Kill)
            Thaw(); // a frozen server acts on nothing else
        _process.Send(signal);
        await _process.Exited.WaitAsync(EndTimeout, cancellationToken);
    }

    public void Freeze()
    {
        _process.Send(Signal.Stop);
        _process.WaitUntilStopped();
    }

    public void Thaw() => _process.Send(Signal.Continue);

    public async Task<MySqlConnection> OpenAdministratorAsync(CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(_administrator);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task PrepareAsync(MySqlConnection administrator, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(
            $"""
             CREATE USER '{UserName}'@'%' IDENTIFIED BY '{_password}';
             GRANT ALL PRIVILEGES ON *.* TO '{UserName}'@'%' WITH GRANT OPTION;
             DELETE FROM mysql.{(_engine == ServerEngine.MySql ? "user" : "global_priv")} WHERE User = 'root' AND Host <> 'localhost';
             FLUSH PRIVILEGES;
             """,
            administrator);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _port.Dispose();
    }

    private static async Task<PrivateServer> CreateAsync(
        ServerEngine engine, ServerProgram program, TestServerOptions options, CancellationToken cancellationToken)
    {
        // Short, because the path of a Unix socket holds 107 bytes at most.
        var directory = $"/tmp/rmysql-{NewSecret()}";
        var port = PortReservation.Take();
        try
        {
            ServerCertificate? certificate = options.HasCertificate && engine is ServerEngine.MariaDb ? new(directory) : null;
            var process = await ServerProcess.CreateAsync(
                directory,
                program,
                [.. ServerArguments.For(engine, directory, port.Port), .. certificate?.Arguments ?? [], .. options.ServerArguments],
                cancellationToken);
            if (certificate is not null)
                await certificate.WriteAsync(cancellationToken);

            return new PrivateServer(engine, directory, port, process, options);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Both engines bind their TCP port before their Unix socket.
            await using var connection = await OpenAdministratorAsync(cancellationToken);
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private async Task<Exception> ExplainExitAsync()
    {
        var log = await File.ReadAllLinesAsync(_process.LogPath);
        var text = string.Join('\n', log.TakeLast(30));
        return text.Contains("Address already in use", StringComparison.Ordinal)
            ? new PortTakenException(_port.Port)
            : new InvalidOperationException($"The {_engine} server ended while starting. The end of its log:\n{text}");
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
