using MySqlConnector;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>
/// One server on one transport, which meets one fault after another. Lanes run side by side, each with a server of its own.
/// </summary>
public sealed class Lane : IAsyncLifetime
{
    /// <summary>The user of all cells: without the privileges that would let it pass where others are turned away.</summary>
    public const string User = "matrix";

    /// <summary>Another such user, who takes places away.</summary>
    public const string Filler = "filler";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private LaneCertificate? _certificate;
    private TestServer? _server;

    internal TestServer Server => _server!;

    internal ServerEngine Engine { get; private set; }

    internal Transport Transport { get; private set; }

    /// <summary>None on a Unix socket, where the driver cannot send MySQL one (it takes the socket for insecure, MySQL does not).</summary>
    internal string Password => Transport is Transport.UnixSocket ? "" : "so long as it is open";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _certificate?.Dispose();
    }

    /// <summary>Lets every operation meet a fault, and fails where one of them does not end as its table says.</summary>
    internal async Task RunAsync(ServerEngine engine, Transport transport, string faultName)
    {
        (Engine, Transport) = (engine, transport);
        MatrixFault fault = MatrixFaults.Create(faultName);
        var run = new FaultRun(this, fault);
        try
        {
            await StartAsync();
            await run.RunAsync();
        }
        finally
        {
            Document.MatrixResults.Add(this, fault, run.Results, _server?.Version);
        }

        string[] failures = [.. run.Results.Where(static result => result.Failure is not null).Select(static result => result.ToString())];
        Assert.True(failures.Length == 0, string.Join(Environment.NewLine, failures));
        Assert.NotEmpty(run.Results);
    }

    /// <summary>How a cell connects; over TCP to <paramref name="port"/>.</summary>
    internal string ConnectionString(int port, Timeouts timeouts, WireMode wire) => new MySqlConnectionStringBuilder
    {
        Server = Transport is Transport.UnixSocket ? $"{Server.Directory}/socket" : "127.0.0.1",
        ConnectionProtocol = Transport is Transport.UnixSocket ? MySqlConnectionProtocol.UnixSocket : MySqlConnectionProtocol.Sockets,
        Port = (uint)port,
        UserID = User,
        Password = Password,
        Database = MatrixSchema.Database,
        SslMode = Transport is Transport.Tls ? MySqlSslMode.Required : MySqlSslMode.None,
        AllowPublicKeyRetrieval = true,
    }.ConnectionString + $";{timeouts.ToKeywords()};Wire={wire}";

    /// <summary>A connection past all proxies, limits and switches.</summary>
    internal async Task<MySqlConnection> OpenRootAsync()
    {
        var connection = new MySqlConnection(
            $"Server={Server.Directory}/socket;Protocol=Unix;User ID=root;SSL Mode=None;Pooling=false;Interactive Session=true");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>How many sessions of the cells there are that <paramref name="condition"/> holds for.</summary>
    internal Task<long> CountSessionsAsync(string condition = "TRUE") =>
        Server.QueryAsync<long>($"SELECT COUNT(*) FROM information_schema.processlist WHERE user = '{User}' AND {condition}");

    /// <summary>Ends every session of the cells, and waits until the server knows of none.</summary>
    internal async Task KillSessionsAsync()
    {
        foreach (long id in await ListSessionsAsync("TRUE"))
            await Server.KillSessionAsync(id);
    }

    internal async Task<List<long>> ListSessionsAsync(string condition)
    {
        var ids = new List<long>();
        await using MySqlConnection root = await OpenRootAsync();
        await using var command = new MySqlCommand($"SELECT id FROM information_schema.processlist WHERE user = '{User}' AND {condition}", root);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(Convert.ToInt64(reader.GetValue(0), null));
        return ids;
    }

    /// <summary>Waits for what the server is about to do.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            Assert.False(timeout.IsCancellationRequested, $"It never came to this: {what}.");
            await Task.Delay(10);
        }
    }

    private async Task StartAsync()
    {
        if (_server is null)
        {
            if (Transport is Transport.Tls && Engine is ServerEngine.MariaDb)
                _certificate = LaneCertificate.Create();
            _server = await TestServer.StartAsync(Engine, new TestServerOptions { ServerArguments = _certificate?.ServerArguments ?? [] });
            Skip.IfNot(_server.CanControl, "The server is external.");
            await MatrixSchema.CreateUsersAsync(this);
            await MatrixSchema.CreateAsync(this);
        }

        Skip.IfNot(_server.CanControl, "The server is external.");
        if (!_server.IsRunning)
            await _server.StartAgainAsync();
    }
}
