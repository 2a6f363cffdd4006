using System.Net;
using System.Net.Sockets;

namespace ResilientMySql.TestServers.Processes;

/// <summary>
/// A free TCP port of 127.0.0.1 that no other test server takes, also while its own server is down.
/// </summary>
/// <remarks>
/// Ports lie below the range that the kernel hands out by itself: there, an outgoing connection could take the port of a
/// server that is down, and a client that keeps trying to connect could even reach itself.
/// </remarks>
internal sealed class PortReservation : IDisposable
{
    private const int LowestPort = 10_000;

    private readonly Socket _claim;

    private PortReservation(int port, Socket claim)
    {
        Port = port;
        _claim = claim;
    }

    public int Port { get; }

    public static PortReservation Take()
    {
        var end = ReadFirstEphemeralPort();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var port = Random.Shared.Next(LowestPort, end);
            if (TryBind(AddressFamily.Unix, new UnixDomainSocketEndPoint($"\0resilientmysql-port-{port}")) is not { } claim)
                continue;
            if (TryBind(AddressFamily.InterNetwork, new IPEndPoint(IPAddress.Loopback, port)) is { } probe)
            {
                probe.Dispose();
                return new PortReservation(port, claim);
            }

            claim.Dispose();
        }

        throw new InvalidOperationException($"There is no free port between {LowestPort} and {end}.");
    }

    public void Dispose() => _claim.Dispose();

    private static int ReadFirstEphemeralPort()
    {
        var range = File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture);
        return first > LowestPort + 1000 ? first : 65_536;
    }

    private static Socket? TryBind(AddressFamily family, EndPoint endPoint)
    {
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
