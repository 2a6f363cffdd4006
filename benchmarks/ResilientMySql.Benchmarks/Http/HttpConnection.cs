using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>
/// One connection to a web server that is kept open: sends a request, waits for the answer. Knows just enough of HTTP for answers of
/// a few bytes whose length is told, so that asking costs less than answering.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private const int StatusBegin = 9;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];

    public HttpConnection(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>The request for a path, as it is sent.</summary>
    public static byte[] RequestFor(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    /// <summary>The body of the answer, until the next request.</summary>
    /// <exception cref="InvalidDataException">The answer has another status than 200, or is of another form.</exception>
    public ReadOnlySpan<byte> Ask(byte[] request)
    {
        _socket.Send(request);
        int count = 0;
        while (true)
        {
            int received = _socket.Receive(_answer.AsSpan(count));
            if (received == 0)
                throw new EndOfStreamException($"The application closed the connection within an answer: {Text(count)}");

            count += received;
            int head = _answer.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
            if (head >= 0 && LengthIn(_answer.AsSpan(0, head)) is var length && count >= head + 4 + length)
                return _answer.AsSpan(head + 4, length);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = "Content-Length: "u8;
        int at = head.IndexOf(name);
        return head[StatusBegin..].StartsWith("200"u8) && at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new InvalidDataException($"An answer of another form: {Encoding.ASCII.GetString(head)}");
    }

    private string Text(int count) => Encoding.ASCII.GetString(_answer, 0, count);
}
