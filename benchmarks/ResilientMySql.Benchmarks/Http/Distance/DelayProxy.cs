using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>A TCP proxy that makes a server on this machine seem to be further away. What it adds is to be measured, not believed.</summary>
internal sealed class DelayProxy : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly IPEndPoint _server;
    private long _oneWayTicks;

    public DelayProxy(int serverPort)
    {
        _server = new IPEndPoint(IPAddress.Loopback, serverPort);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>How long bytes wait in each direction, in ticks of <see cref="Stopwatch"/>.</summary>
    public long OneWayTicks => Volatile.Read(ref _oneWayTicks);

    /// <summary>Holds bytes back for half of this time in each direction, from now on.</summary>
    public void SetRoundTrip(TimeSpan roundTrip) => Volatile.Write(ref _oneWayTicks, (long)(roundTrip.TotalSeconds / 2 * Stopwatch.Frequency));

    /// <summary>Takes no further connections; those that there are last until one of their ends closes.</summary>
    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
                Carry(_listener.Accept());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private void Carry(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            server.Connect(_server);
        }
        catch (SocketException)
        {
            server.Dispose();
            client.Dispose(); // it comes again when the server does
            return;
        }

        client.NoDelay = true;
        int directions = 2;
        new DelayLine(client, server, this, End).Start();
        new DelayLine(server, client, this, End).Start();

        void End()
        {
            if (Interlocked.Decrement(ref directions) > 0)
                return;

            client.Dispose();
            server.Dispose();
        }
    }
}
