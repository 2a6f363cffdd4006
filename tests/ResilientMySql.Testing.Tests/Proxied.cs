using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests;

/// <summary>A real server with a proxy in front of it.</summary>
internal sealed class Proxied : IAsyncDisposable
{
    public const string Insert = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IAsyncDisposable _lease;

    private Proxied(TestServer server, IAsyncDisposable lease, FaultProxyOptions? options)
    {
        Server = server;
        _lease = lease;
        Proxy = FaultProxy.Start(server.Port, options);
    }

    public FaultProxy Proxy { get; }

    public TestServer Server { get; }

    public static async Task<Proxied> StartAsync(ServerEngine engine, FaultProxyOptions? options = null)
    {
        RentedServer rented = await ServerPool.RentAsync(engine);
        return new Proxied(rented.Server, rented, options);
    }

    /// <summary>A server that can do what the link needs.</summary>
    public static async Task<Proxied> StartAsync(ServerEngine engine, LinkMode link)
    {
        // MySQL makes a certificate for itself, MariaDB is given one.
        if (link is not LinkMode.Tls || engine is not ServerEngine.MariaDb)
            return await StartAsync(engine);

        IAsyncDisposable lease = await TlsServer.RentAsync();
        return new Proxied(TlsServer.Server, lease, null);
    }

    /// <summary>How to connect through the proxy.</summary>
    public MySqlConnectionStringBuilder ConnectionString(LinkMode link = LinkMode.Plain, int? port = null) => new(Server.ConnectionString)
    {
        Port = (uint)(port ?? Proxy.Port),
        Pooling = false,
        SslMode = link is LinkMode.Tls ? MySqlSslMode.Required : MySqlSslMode.None,
        UseCompression = link is LinkMode.Compressed,
        CancellationTimeout = -1,
    };

    public async Task<MySqlConnection> OpenAsync(CallMode mode, LinkMode link = LinkMode.Plain)
    {
        var connection = new MySqlConnection(ConnectionString(link).ConnectionString);
        await mode.OpenAsync(connection);
        return connection;
    }

    public Task<long> CountAsync() => Server.QueryAsync<long>($"SELECT COUNT(*) FROM {Server.Database}.city WHERE city = 'Atlantis'");

    /// <summary>Waits until something is so that is on its way.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await isSo())
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It never became so.");
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _lease.DisposeAsync();
    }
}
