namespace ResilientMySql;

/// <summary>A lost session was replaced.</summary>
/// <param name="previousServerThread">The server's connection id of the lost session.</param>
/// <param name="serverThread">The server's connection id of the new session.</param>
/// <param name="attempts">How many times opening was tried, at least 1.</param>
/// <param name="elapsed">From the start of the call that found the loss until the new session was ready.</param>
public sealed class RehydratedEventArgs(int previousServerThread, int serverThread, int attempts, TimeSpan elapsed) : EventArgs
{
    /// <summary>The server's connection id of the lost session.</summary>
    public int PreviousServerThread { get; } = previousServerThread;

    /// <summary>The server's connection id of the new session.</summary>
    public int ServerThread { get; } = serverThread;

    /// <summary>How many times opening was tried, at least 1.</summary>
    public int Attempts { get; } = attempts;

    /// <summary>From the start of the call that found the loss until the new session was ready.</summary>
    public TimeSpan Elapsed { get; } = elapsed;
}
