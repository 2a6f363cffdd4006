using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ResilientMySql.Integration.Wire;

/// <summary>Stands between one client and a server, and takes down what the client sends, byte for byte.</summary>
internal sealed class RequestTap : IAsyncDisposable
{
    private const int LongestPacket = 0xFF_FFFF;
    private const byte ExecuteCode = 0x17;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly MemoryStream _sent = new();
    private readonly Task _running;

    private RequestTap(int serverPort)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _running = RunAsync(serverPort);
    }

    /// <summary>The port of 127.0.0.1 on which it waits for the client.</summary>
    public int Port { get; }

    /// <summary>The last COM_STMT_EXECUTE since <see cref="Forget"/>, in packets.</summary>
    public byte[] LastExecution => Requests().Last(static request => request.Length > 4 && request[4] == ExecuteCode);

    public static RequestTap Start(int serverPort) => new(serverPort);

    /// <summary>Forgets what was sent; not while the client waits for an answer.</summary>
    public void Forget()
    {
        lock (_lock)
            _sent.SetLength(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _running;
        _stopping.Dispose();
        await _sent.DisposeAsync();
    }

    /// <summary>A request begins with a packet numbered 0, which nothing of the login is, and ends with one that is not full.</summary>
    private List<byte[]> Requests()
    {
        byte[] sent;
        lock (_lock)
            sent = _sent.ToArray();

        var requests = new List<byte[]>();
        int start = 0;
        for (int position = 0; position < sent.Length;)
        {
            uint header = BinaryPrimitives.ReadUInt32LittleEndian(sent.AsSpan(position));
            int length = (int)(header & LongestPacket);
            if (header >> 24 == 0)
                start = position;
            position += 4 + length;
            if (length < LongestPacket)
                requests.Add(sent[start..position]);
        }

        return requests;
    }

    private async Task RunAsync(int serverPort)
    {
        try
        {
            using Socket client = await _listener.AcceptAsync(_stopping.Token);
            using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, serverPort, _stopping.Token);
            await Task.WhenAny(CarryAsync(client, server, takesDown: true), CarryAsync(server, client, takesDown: false));
        }
        catch (OperationCanceledException)
        {
            // No client has come.
        }
        catch (SocketException) when (_stopping.IsCancellationRequested)
        {
        }
    }

    private async Task CarryAsync(Socket from, Socket to, bool takesDown)
    {
        byte[] bytes = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes, _stopping.Token) is > 0 and int count)
            {
                if (takesDown)
                    TakeDown(bytes.AsSpan(0, count));
                for (int sent = 0; sent < count;)
                    sent += await to.SendAsync(bytes.AsMemory(sent, count - sent), _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side has gone, and so does this one.
        }
    }

    private void TakeDown(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
            _sent.Write(bytes);
    }
}
