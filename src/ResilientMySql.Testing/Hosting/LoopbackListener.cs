using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ResilientMySql.Testing.Hosting;

/// <summary>Accepts connections on a free port of 127.0.0.1 and has each served by a task of its own. Thread-safe.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private const int Backlog = 512;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<int, Task> _serving = new();
    private readonly Func<Socket, int, CancellationToken, Task> _serve;
    private readonly Task _accepting;
    private int _isDisposed;

    /// <summary>Starts to listen.</summary>
    /// <param name="serve">
    /// Serves a socket, which it owns, until the connection is over or the token is cancelled; gets the connection's number,
    /// from 1. Does not throw.
    /// </param>
    public LoopbackListener(Func<Socket, int, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(Backlog);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Connections that are being served.</summary>
    public int ConnectionCount => _serving.Count;

    /// <summary>Ends every connection; returns when nothing is left of them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;

        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_serving.Values).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (int id = 1; ; id++)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false);
            }
            catch (SocketException) when (!_stopping.IsCancellationRequested)
            {
                id--; // the client was gone before it was accepted
                continue;
            }
            catch (Exception exception) when (Sockets.IsEnd(exception))
            {
                return;
            }

            Serve(socket, id);
        }
    }

    private void Serve(Socket socket, int id)
    {
        // Entered before it starts, so that one that ends at once is taken out after it was put in.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _serving[id] = ServeAsync(started.Task, socket, id);
        started.SetResult();
    }

    private async Task ServeAsync(Task started, Socket socket, int id)
    {
        await started.ConfigureAwait(false);
        socket.NoDelay = true;
        try
        {
            await _serve(socket, id, _stopping.Token).ConfigureAwait(false);
        }
        finally
        {
            _serving.TryRemove(id, out _);
        }
    }
}
