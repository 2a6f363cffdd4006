using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ResilientMySql.Benchmarks.Http.Distance;

namespace ResilientMySql.Benchmarks.Tests.Http.Distance;

/// <summary>What becomes of bytes on their way.</summary>
public sealed class DelayProxyTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DelayProxy _proxy;
    private readonly TcpClient _client = new();
    private readonly TcpClient _server;

    public DelayProxyTests()
    {
        _listener.Start();
        _proxy = new DelayProxy(((IPEndPoint)_listener.LocalEndpoint).Port);
        _client.Connect(IPAddress.Loopback, _proxy.Port);
        _server = _listener.AcceptTcpClient();
    }

    [Fact]
    public void Bytes_ArriveInOrder_AndNotTooEarly()
    {
        var roundTrip = TimeSpan.FromMilliseconds(20);
        _proxy.SetRoundTrip(roundTrip);
        long begin = Stopwatch.GetTimestamp();
        _client.GetStream().Write("ask"u8);
        _client.GetStream().Write("ed"u8);
        Assert.Equal("asked", Read(_server, 5));
        _server.GetStream().Write("told"u8);
        Assert.Equal("told", Read(_client, 4));

        Assert.True(Stopwatch.GetElapsedTime(begin) >= roundTrip);
    }

    [Fact]
    public void End_IsPassedOn()
    {
        _client.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal(0, _server.GetStream().Read(new byte[1]));
    }

    public void Dispose()
    {
        _proxy.Dispose();
        _client.Dispose();
        _server.Dispose();
        _listener.Dispose();
    }

    private static string Read(TcpClient from, int count)
    {
        var bytes = new byte[count];
        from.GetStream().ReadExactly(bytes);
        return Encoding.ASCII.GetString(bytes);
    }
}
