using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>
/// One direction of a connection: what comes in goes out a while later. One thread notes when bytes came, another sends them when they
/// are due, so that what comes meanwhile waits no longer than the rest.
/// </summary>
internal sealed class DelayLine(Socket from, Socket to, DelayProxy proxy)
{
    private const int BufferSize = 16 * 1024;

    private readonly BlockingCollection<(long Due, byte[] Bytes)> _underway = [];

    public void Start()
    {
        new Thread(Receive) { IsBackground = true }.Start();
        new Thread(Send) { IsBackground = true }.Start();
    }

    private void Receive()
    {
        var buffer = new byte[BufferSize];
        try
        {
            for (int count; (count = from.Receive(buffer)) > 0;)
                _underway.Add((Stopwatch.GetTimestamp() + proxy.OneWayTicks, buffer[..count]));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Ended by force: the other side is told below.
        }

        _underway.CompleteAdding();
    }

    private void Send()
    {
        PreciseSleep.PrepareThread();
        try
        {
            foreach ((long due, byte[] bytes) in _underway.GetConsumingEnumerable())
            {
                PreciseSleep.Until(due);
                to.Send(bytes);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            from.Dispose(); // nobody is there to send to
        }
    }
}
