using System.Net;
using System.Net.Sockets;
using ResilientMySql.Io;

namespace ResilientMySql.Tests.Io;

/// <summary>What the system's own calls do where <see cref="Socket"/> would do the same, and where it would not.</summary>
public sealed class DirectSocketTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _near = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _far;

    public DirectSocketTests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _near.Connect(listener.LocalEndpoint);
        _far = listener.AcceptSocket();
        _far.ReceiveTimeout = _near.ReceiveTimeout = (int)Patience.TotalMilliseconds;
    }

    [Fact]
    public void Bytes_ArriveBothWays()
    {
        Assert.Equal(3, DirectSocket.Send(_near, "ask"u8));
        Assert.Equal("ask"u8, Received(_far));

        _far.Send("told"u8);
        Assert.Equal("told"u8, Received(_near));
    }

    [Fact]
    public void Receive_TakesNoMoreThanThereIsRoomFor()
    {
        _far.Send("told"u8);
        var room = new byte[3];

        Assert.Equal(3, DirectSocket.Receive(_near, room));
        Assert.Equal("tol"u8, room);
        Assert.Equal("d"u8, Received(_near));
    }

    [Fact]
    public async Task SocketThatDoesNotBlock_IsWaitedFor()
    {
        Task<int> earlier = _near.ReceiveAsync(new byte[1]); // from now on the system's call does not wait
        _far.Send("."u8);
        await earlier;

        Task<byte[]> waiting = Task.Factory.StartNew(() => Received(_near), TaskCreationOptions.LongRunning);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);
        _far.Send("late"u8);

        Assert.Equal("late"u8.ToArray(), await waiting.WaitAsync(Patience));
    }

    [Fact]
    public void EndOfTheStream_IsZeroBytes()
    {
        _far.Dispose();

        Assert.Equal(0, DirectSocket.Receive(_near, new byte[1]));
    }

    /// <summary>A signal would end the whole process.</summary>
    [Fact]
    public void SendingToADeadLink_Throws()
    {
        _far.Dispose();

        Assert.Throws<SocketException>(() =>
        {
            for (var begin = DateTime.UtcNow; DateTime.UtcNow - begin < Patience;)
                DirectSocket.Send(_near, "anybody?"u8);
        });
    }

    [Fact]
    public void ClosedSocket_Throws()
    {
        _near.Dispose();

        Assert.Throws<ObjectDisposedException>(() => DirectSocket.Send(_near, "ask"u8));
        Assert.Throws<ObjectDisposedException>(() => DirectSocket.Receive(_near, new byte[1]));
    }

    [Fact]
    public async Task SocketClosedByAnotherThread_WakesWhoWaits()
    {
        using var isAsking = new ManualResetEventSlim();
        Task waiting = Task.Factory.StartNew(
            () =>
            {
                isAsking.Set();
                Assert.ThrowsAny<Exception>(() => DirectSocket.Receive(_near, new byte[1]));
            },
            TaskCreationOptions.LongRunning);
        Assert.True(isAsking.Wait(Patience));
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);

        _near.Dispose();

        await waiting.WaitAsync(Patience / 3); // long before the socket's own timeout
    }

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }

    private static byte[] Received(Socket socket)
    {
        var room = new byte[16];
        return room[..DirectSocket.Receive(socket, room)];
    }
}
