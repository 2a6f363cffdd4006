using System.Net;
using System.Net.Sockets;
using System.Text;
using ResilientMySql.Benchmarks.Http;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>The little that the load knows of HTTP.</summary>
public sealed class HttpConnectionTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n312")]
    [InlineData("HTTP/1.1 200 OK\r\n", "Server: Kestrel\r\nContent-Length: 3\r\n", "\r\n3", "12")]
    public async Task Answer_IsReadToItsEnd(params string[] pieces) => Assert.Equal("312", await AskAsync(pieces));

    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 3\r\n\r\n312")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n312\r\n0\r\n\r\n")]
    public async Task OtherAnswers_AreNotTaken(string answer) => await Assert.ThrowsAsync<InvalidDataException>(() => AskAsync(answer));

    [Fact]
    public async Task CutAnswer_IsNotTaken() =>
        await Assert.ThrowsAsync<EndOfStreamException>(() => AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n31"));

    /// <summary>The body, from a server that answers in these pieces and closes.</summary>
    private static async Task<string> AskAsync(params string[] pieces)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Task<string> asking = Task.Run(() =>
        {
            using var connection = new HttpConnection(port);
            return Encoding.ASCII.GetString(connection.Ask(HttpConnection.RequestFor("/")));
        });
        using (Socket server = await listener.AcceptSocketAsync())
        {
            server.NoDelay = true;
            var request = new byte[1024];
            int received = 0;
            while (!request.AsSpan(0, received).EndsWith("\r\n\r\n"u8))
                received += await server.ReceiveAsync(request.AsMemory(received));

            foreach (string piece in pieces)
                await server.SendAsync(Encoding.ASCII.GetBytes(piece));
        }

        return await asking;
    }
}
