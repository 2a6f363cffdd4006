using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>Sees when a server accepts again, independently of any driver: it connects every millisecond, until it is greeted.</summary>
internal static class GreetingWatch
{
    // The fifth byte of a greeting: the version of the protocol. An error packet has 255 there.
    private const int VersionIndex = 4;
    private const byte ProtocolVersion = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    /// <summary>When the server's first greeting came, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public static Task<long> WaitAsync(int port, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => Wait(port, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static long Wait(int port, CancellationToken cancellationToken)
    {
        while (!IsGreeted(port))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Thread.Sleep(Interval);
        }

        return Stopwatch.GetTimestamp();
    }

    /// <summary>Whether the server says hello. One that is just starting lets a client connect, and greets it as soon as it can.</summary>
    private static bool IsGreeted(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = (int)LongestSilence.TotalMilliseconds,
        };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            Span<byte> greeting = stackalloc byte[VersionIndex + 1];
            int received = 0;
            for (int count = 1; count > 0 && received < greeting.Length; received += count)
                count = socket.Receive(greeting[received..]);

            return greeting[VersionIndex] == ProtocolVersion;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
