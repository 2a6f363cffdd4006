using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>
/// One direction of a connection: what comes in goes out a while later. One thread notes when bytes came, another sends them when they
/// are due, so that what comes meanwhile waits no longer than the rest. The other direction goes on when this one ends.
/// </summary>
/// <param name="from">Who sends.</param>
/// <param name="to">To whom.</param>
/// <param name="proxy">Knows how long bytes wait.</param>
/// <param name="ended">Is called once, when nothing more comes or nobody is there to take it.</param>
internal sealed class DelayLine(Socket from, Socket to, DelayProxy proxy, Action ended)
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
            // Ended by force, or closed below.
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
            from.Close(); // nobody is there to send to
        }

        ended();
    }
}
