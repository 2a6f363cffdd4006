using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ResilientMySql.Benchmarks.Http.Distance;

namespace ResilientMySql.Benchmarks.Tests.Http.Distance;

/// <summary>What becomes of bytes on their way.</summary>
public sealed class DelayProxyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DelayProxy _proxy;
    private readonly TcpClient _client;
    private readonly TcpClient _server;

    public DelayProxyTests()
    {
        _listener.Start();
        _proxy = new DelayProxy(((IPEndPoint)_listener.LocalEndpoint).Port);
        _client = Connect();
        _server = Accept(_listener);
    }

    [Fact]
    public void Bytes_ArriveInOrder_AndNotTooEarly()
    {
        var roundTrip = TimeSpan.FromMilliseconds(20);
        _proxy.SetRoundTrip(roundTrip);
        long begin = Stopwatch.GetTimestamp();
        _client.GetStream().Write("ask"u8);
        _client.GetStream().Write("ed"u8);
        Assert.Equal("asked", Read(_server.GetStream(), 5));
        _server.GetStream().Write("told"u8);
        Assert.Equal("told", Read(_client.GetStream(), 4));

        Assert.True(Stopwatch.GetElapsedTime(begin) >= roundTrip);
    }

    [Fact]
    public void End_OfOneDirection_LeavesTheOther()
    {
        Stream answers = _client.GetStream();
        _client.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(0, _server.GetStream().Read(new byte[1]));

        _server.GetStream().Write("last"u8);
        _server.Close();
        Assert.Equal("last", Read(answers, 4));
        Assert.Equal(0, answers.Read(new byte[1]));
    }

    [Fact]
    public void ServerThatIsGone_IsReachedWhenItIsBack()
    {
        var address = (IPEndPoint)_listener.LocalEndpoint;
        _listener.Stop();
        using TcpClient refused = Connect();
        Assert.Equal(0, refused.GetStream().Read(new byte[1]));

        using var back = new TcpListener(address);
        back.Start();
        using TcpClient client = Connect();
        using TcpClient server = Accept(back);
        server.GetStream().Write("back"u8);
        Assert.Equal("back", Read(client.GetStream(), 4));
    }

    public void Dispose()
    {
        _proxy.Dispose();
        _client.Dispose();
        _server.Dispose();
        _listener.Dispose();
    }

    private TcpClient Connect()
    {
        var client = new TcpClient { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        client.Connect(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    private static TcpClient Accept(TcpListener listener)
    {
        Assert.True(listener.Server.Poll(Patience, SelectMode.SelectRead), "Nobody has come.");
        TcpClient accepted = listener.AcceptTcpClient();
        accepted.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        return accepted;
    }

    private static string Read(Stream from, int count)
    {
        var bytes = new byte[count];
        from.ReadExactly(bytes);
        return Encoding.ASCII.GetString(bytes);
    }
}
