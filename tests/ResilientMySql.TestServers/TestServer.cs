using MySqlConnector;
using ResilientMySql.TestServers.Administration;
using ResilientMySql.TestServers.Processes;
using ResilientMySql.TestServers.Sakila;

namespace ResilientMySql.TestServers;

/// <summary>
/// A running server with Sakila's <c>country</c> and <c>city</c> in it, which can be killed, frozen and started again.
/// It dies with this process, also when this process is killed. Not for concurrent control from several threads.
/// </summary>
/// <remarks>
/// Where <c>RESILIENTMYSQL_MARIADB</c> or <c>RESILIENTMYSQL_MYSQL</c> name an existing server, that one is used, in a
/// schema of our own; then <see cref="CanControl"/> is false and the members that need control throw
/// <see cref="NotSupportedException"/>.
/// </remarks>
public sealed class TestServer : IAsyncDisposable
{
    private readonly IServerHost _host;
    private readonly ServerAdministrator _administrator;

    private TestServer(ServerEngine engine, IServerHost host, ServerAdministrator administrator, string version)
    {
        Engine = engine;
        Version = version;
        _host = host;
        _administrator = administrator;
    }

    /// <summary>Which engine runs.</summary>
    public ServerEngine Engine { get; }

    /// <summary>The server's own version string.</summary>
    public string Version { get; }

    /// <summary>What a test connects with: a user of its own, the schema with Sakila's tables, TCP to 127.0.0.1.</summary>
    public string ConnectionString => _host.UserConnectionString;

    /// <summary>The schema with Sakila's tables.</summary>
    public string Database => _host.Database;

    /// <summary>The TCP port; the same for the server's whole life.</summary>
    public int Port => (int)new MySqlConnectionStringBuilder(ConnectionString).Port;

    /// <summary>Whether this server is ours to stop, kill, freeze and configure.</summary>
    public bool CanControl => _host is PrivateServer;

    /// <summary>Whether the server process lives (a frozen one does).</summary>
    public bool IsRunning => _host is not PrivateServer { IsRunning: false };

    /// <summary>The process of a private server that runs.</summary>
    public int ProcessId => Private.ProcessId;

    /// <summary>The directory of a private server, with its data and its <c>log</c>; gone when the server is disposed.</summary>
    public string Directory => Private.Directory;

    private PrivateServer Private => _host as PrivateServer ?? throw new NotSupportedException(
        $"The {Engine} server comes from {ExternalServer.VariableOf(Engine)}; only a private server can be controlled.");

    /// <summary>Starts a private server on a free port, or connects to the external one.</summary>
    /// <exception cref="InvalidOperationException">The engine can neither be found nor installed, or does not start.</exception>
    public static async Task<TestServer> StartAsync(
        ServerEngine engine, TestServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        IServerHost host = ExternalServer.Find(engine) is { } external
            ? external
            : await PrivateServer.StartAsync(engine, options ?? TestServerOptions.Default, cancellationToken);
        try
        {
            await using var connection = await host.OpenAdministratorAsync(cancellationToken);
            await host.PrepareAsync(connection, cancellationToken);
            await SakilaSchema.CreateAsync(connection, host.Database, cancellationToken);
            var administrator = new ServerAdministrator(engine, host);
            var version = await administrator.QueryAsync<string>("SELECT VERSION()", cancellationToken);
            return new TestServer(engine, host, administrator, version!);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server as its administrator would (SIGTERM), and waits until it is gone.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => Private.EndAsync(Signal.Terminate, cancellationToken);

    /// <summary>Ends the server as a power cut would (SIGKILL), and waits until it is gone.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => Private.EndAsync(Signal.Kill, cancellationToken);

    /// <summary>Starts a stopped or killed server on the same port and data, and waits until it accepts connections.</summary>
    public Task StartAgainAsync(CancellationToken cancellationToken = default) => Private.StartAgainAsync(cancellationToken);

    /// <summary>Stops every thread of the server (SIGSTOP); its sockets stay open and silent. Returns when it stands still.</summary>
    public void Freeze() => Private.Freeze();

    /// <summary>Lets a frozen server go on (SIGCONT).</summary>
    public void Thaw() => Private.Thaw();

    /// <summary>Ends one session with <c>KILL</c>, and waits until the server's list no longer has it.</summary>
    public Task KillSessionAsync(long threadId, CancellationToken cancellationToken = default) =>
        _administrator.KillSessionAsync(threadId, cancellationToken);

    /// <summary>Ends every session that the test user has now, and waits until the server's list no longer has them.</summary>
    public Task KillAllSessionsAsync(CancellationToken cancellationToken = default) =>
        _administrator.KillAllSessionsAsync(cancellationToken);

    /// <summary>Sets <c>wait_timeout</c> (1 s or more) for the sessions opened from now on, until the server's next start.</summary>
    public Task SetWaitTimeoutAsync(int seconds, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        _ = Private;
        return ExecuteAsync($"SET GLOBAL wait_timeout = {seconds}", cancellationToken);
    }

    /// <summary>How many sessions of the test user the server holds; ours for administration are not among them.</summary>
    public Task<int> CountSessionsAsync(CancellationToken cancellationToken = default) =>
        _administrator.CountSessionsAsync(cancellationToken);

    /// <summary>The first column of the first row, read by the administrator on a fresh connection; <c>default</c> for none or NULL.</summary>
    public Task<T?> QueryAsync<T>(string sql, CancellationToken cancellationToken = default) =>
        _administrator.QueryAsync<T>(sql, cancellationToken);

    /// <summary>Runs a statement as the administrator on a fresh connection; returns the affected rows.</summary>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken = default) =>
        _administrator.ExecuteAsync(sql, cancellationToken);

    /// <summary>Brings back the state just after <see cref="StartAsync"/>: running, no sessions, default timeouts, fresh tables.</summary>
    /// <remarks>Other global variables stay as a test has set them: who changes one, sets it back.</remarks>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        if (_host is PrivateServer { IsRunning: true } server)
            server.Thaw();
        else if (CanControl)
            await StartAgainAsync(cancellationToken);

        await KillAllSessionsAsync(cancellationToken);
        if (CanControl)
            await ExecuteAsync("SET GLOBAL wait_timeout = DEFAULT", cancellationToken);
        await using var connection = await _host.OpenAdministratorAsync(cancellationToken);
        await SakilaSchema.CreateAsync(connection, Database, cancellationToken);
    }

    /// <summary>Ends a private server and removes its directory, or drops our schema from an external one.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
