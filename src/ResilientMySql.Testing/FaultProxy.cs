using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing;

/// <summary>
/// A TCP proxy in front of a MySQL or MariaDB server that injures connections at exact points of the protocol: before a
/// request reaches the server, after it has run, in the middle of its answer, while nothing happens. Thread-safe.
/// </summary>
/// <remarks>
/// On a connection that the client encrypts or compresses, packets cannot be seen: every time that the client speaks after
/// the server has is a request there, <see cref="ServerCommand.Unseen"/>, and faults that count rows are not available.
/// </remarks>
/// <example><code>
/// await using var proxy = FaultProxy.Start(serverPort: 3306);
/// await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={proxy.Port};SSL Mode=None;…");
/// Injection lost = proxy.Inject(new SwallowAnswer(), when: request => request.Sql == "COMMIT");
/// …
/// await lost.Struck;
/// </code></example>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProxyLink, byte> _links = new();
    private readonly TrafficCounter _traffic = new();
    private readonly TimeProvider _time;
    private readonly Injector _injector;
    private readonly LoopbackListener _listener;
    private volatile IPEndPoint _server;

    private FaultProxy(IPEndPoint server, FaultProxyOptions options)
    {
        _server = server;
        _time = options.TimeProvider;
        _injector = new Injector(options.TimeProvider);
        _listener = new LoopbackListener(CarryAsync);
    }

    /// <summary>The port of 127.0.0.1 on which it listens.</summary>
    public int Port => _listener.Port;

    /// <summary>Connections that have not ended, those in black holes among them.</summary>
    public int OpenConnections => _listener.ConnectionCount;

    /// <summary>What has gone through it up to now.</summary>
    public ProxyCounters Counters => _traffic.Snapshot();

    /// <summary>Starts a proxy in front of a server on this machine.</summary>
    /// <param name="serverPort">The server's port on 127.0.0.1; nothing need listen there yet.</param>
    /// <param name="options">What is different from the defaults.</param>
    public static FaultProxy Start(int serverPort, FaultProxyOptions? options = null) =>
        Start(new IPEndPoint(IPAddress.Loopback, serverPort), options);

    /// <summary>Starts a proxy in front of a server.</summary>
    /// <param name="server">The server's IPv4 address and port; nothing need listen there yet.</param>
    /// <param name="options">What is different from the defaults.</param>
    public static FaultProxy Start(IPEndPoint server, FaultProxyOptions? options = null)
    {
        ThrowUnlessIPv4(server);
        return new FaultProxy(server, options ?? new FaultProxyOptions());
    }

    /// <summary>Sends the connections that are made from now on to another server, as a failover does.</summary>
    /// <param name="server">The other server's IPv4 address and port.</param>
    public void RedirectTo(IPEndPoint server)
    {
        ThrowUnlessIPv4(server);
        _server = server;
    }

    /// <summary>Lets a fault strike requests, or new connections where that is its point.</summary>
    /// <param name="fault">What strikes.</param>
    /// <param name="when">
    /// Which requests it strikes; all by default, those that the driver sends by itself included. Called on the proxy's threads,
    /// for several requests at once. A fault that strikes after the request is only offered requests that are answered.
    /// </param>
    /// <param name="times">How many of them, 1 or more; <see cref="Injection.Always"/> for every one.</param>
    /// <returns>Tells when it has struck, and disarms it.</returns>
    /// <remarks>One fault strikes a request: the first one injected, of those that match.</remarks>
    public Injection Inject(Fault fault, Func<ProxiedRequest, bool>? when = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return _injector.Add(fault, when, times);
    }

    /// <summary>Lets a fault strike every connection whose client is logged in and waits for nothing; has done so when it returns.</summary>
    /// <returns>How many connections it has struck.</returns>
    /// <exception cref="ArgumentException">The fault needs a request to strike at.</exception>
    public int StrikeIdle(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!fault.StrikesIdle)
            throw new ArgumentException($"{fault.GetType().Name} does not strike idle connections: its point is {fault.Point}.", nameof(fault));

        return _links.Keys.Count(link => link.TryStrikeIdle(fault));
    }

    /// <summary>Ends all faults: injections are disarmed, silent connections torn (RST), throttled ones free.</summary>
    public void Heal()
    {
        _injector.Clear();
        foreach (ProxyLink link in _links.Keys)
            link.Heal();
    }

    /// <summary>Ends every connection (RST) and stops listening; returns when no socket and no task is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _injector.Clear();
        await _listener.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CarryAsync(Socket client, int id, CancellationToken stopping)
    {
        _traffic.NoteConnection();
        var link = new ProxyLink(client, id, _injector, _traffic, _time);
        _links[link] = 0;
        await link.RunAsync(_server, stopping).ConfigureAwait(false);
        _links.TryRemove(link, out _);
    }

    private static void ThrowUnlessIPv4(IPEndPoint server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (server.AddressFamily is not AddressFamily.InterNetwork)
            throw new ArgumentException("The server's address must be an IPv4 one.", nameof(server));
    }
}
