namespace ResilientMySql.TestServers;

/// <summary>A server from <see cref="ServerPool"/>; disposing gives it back, in whatever state it is.</summary>
public sealed class RentedServer : IAsyncDisposable
{
    private TestServer? _server;

    internal RentedServer(TestServer server) => _server = server;

    /// <summary>The server, until it is given back.</summary>
    public TestServer Server => _server ?? throw new ObjectDisposedException(nameof(RentedServer));

    /// <summary>Gives the server back. Its next user gets it repaired.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
            await ServerPool.ReturnAsync(server);
    }
}
