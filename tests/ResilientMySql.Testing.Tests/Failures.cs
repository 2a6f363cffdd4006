using System.Net.Sockets;

namespace ResilientMySql.Testing.Tests;

/// <summary>Looks for what the driver has seen on its socket.</summary>
internal static class Failures
{
    /// <summary>Asserts that the driver has seen the link end in just this way.</summary>
    public static void AssertEnded(Ending ending, Exception? failure)
    {
        Assert.NotNull(failure);
        bool isReset = Chain(failure).OfType<SocketException>().Any(static socket => socket.SocketErrorCode is SocketError.ConnectionReset);
        bool isEnd = Chain(failure).OfType<EndOfStreamException>().Any();
        Assert.True(ending is Ending.Reset ? isReset : isEnd && !isReset, $"{ending} was seen as {failure}");
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? link = exception; link is not null; link = link.InnerException)
            yield return link;
    }
}
