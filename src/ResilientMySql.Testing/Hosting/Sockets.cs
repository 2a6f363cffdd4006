using System.Net.Sockets;

namespace ResilientMySql.Testing.Hosting;

/// <summary>How sockets end, and what their users see when they do.</summary>
internal static class Sockets
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    /// <summary>Whether an exception says no more than that a socket was closed, by whichever side.</summary>
    public static bool IsEnd(Exception exception) =>
        exception is SocketException or ObjectDisposedException or OperationCanceledException or IOException;

    /// <summary>Says that nothing more will come (FIN).</summary>
    public static void Finish(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // It has ended already, or was never connected.
        }
    }

    /// <summary>Tears the connection (RST).</summary>
    public static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // It has ended already.
        }

        socket.Dispose();
    }

    /// <summary>Reads and forgets what the peer still sends, so that closing the socket does not turn its FIN into a RST.</summary>
    /// <remarks>Until the peer closes its side too, for 2 s at most.</remarks>
    public static async Task DrainAsync(Socket socket, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(DrainTime);
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, timeout.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // There is nothing more to read.
        }
    }
}
