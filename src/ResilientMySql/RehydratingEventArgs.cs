using System.ComponentModel;

namespace ResilientMySql;

/// <summary>
/// A session is lost and is about to be replaced. A handler that sets <see cref="CancelEventArgs.Cancel"/> forbids it: the
/// waiting call then fails with a <see cref="ResilientMySqlException"/>, and so does every later one that a handler forbids.
/// </summary>
/// <param name="serverThread">The server's connection id of the lost session.</param>
/// <param name="mayHaveRun">Whether the waiting statement, which only reads, may have run already and will be sent a second time.</param>
public sealed class RehydratingEventArgs(int serverThread, bool mayHaveRun) : CancelEventArgs
{
    /// <summary>The server's connection id of the lost session.</summary>
    public int ServerThread { get; } = serverThread;

    /// <summary>Whether the waiting statement, which only reads, may have run already and will be sent a second time.</summary>
    public bool MayHaveRun { get; } = mayHaveRun;
}
