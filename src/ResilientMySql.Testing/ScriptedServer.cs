using System.Collections.Concurrent;
using System.Net.Sockets;
using ResilientMySql.Testing.Hosting;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Testing;

/// <summary>
/// A server on 127.0.0.1 that speaks MySQL's protocol, lets any client in, and answers by a script: for what real servers
/// cannot be made to do. Thread-safe.
/// </summary>
/// <remarks>
/// Where the script says nothing it answers as a healthy server: OK to SET, USE, transactions, pings and resets, one row to a
/// <c>SELECT</c> of integers, texts, <c>VERSION()</c>, <c>CONNECTION_ID()</c> and <see cref="Variables"/>, error 1193 to one of
/// other variables; to anything else error 1064.
/// </remarks>
/// <example><code>
/// await using var server = ScriptedServer.Start();
/// server.When("SELECT name FROM users", new RowsReply(["name"], ["Ada"], ["Grace"]));
/// server.When("COMMIT", ErrorReply.ServerShutdown, new OkReply());
/// await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None");
/// </code></example>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ReceivedRequests _received = new();
    private readonly ConcurrentQueue<ReadOnlyMemory<byte>> _files = new();
    private readonly ConcurrentDictionary<ScriptedConnection, byte> _connections = new();
    private readonly LoopbackListener _listener;
    private volatile ServerGreeting _greeting = new();

    private ScriptedServer()
    {
        Script = new Script(Variables);
        _listener = new LoopbackListener(ServeAsync);
    }

    /// <summary>The port of 127.0.0.1 on which it listens.</summary>
    public int Port => _listener.Port;

    /// <summary>Connections that have not ended.</summary>
    public int OpenConnections => _listener.ConnectionCount;

    /// <summary>What it says of itself to the clients that connect from now on.</summary>
    public ServerGreeting Greeting
    {
        get => _greeting;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _greeting = value;
        }
    }

    /// <summary>What <c>SELECT @@name</c> says, such as <c>server_uuid</c>.</summary>
    public ServerVariables Variables { get; } = new();

    /// <summary>Everything that clients have asked for up to now, logins included, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedRequest> Received => _received.All;

    /// <summary>The contents of the files that <see cref="LocalFileReply"/> has got.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ReceivedFiles => [.. _files];

    internal Script Script { get; }

    /// <summary>Starts a server that answers as a healthy one.</summary>
    public static ScriptedServer Start() => new();

    /// <summary>Adds a rule for one SQL text, queried or prepared and run.</summary>
    /// <param name="sql">The text, without regard to case, blanks around it and a semicolon at its end.</param>
    /// <param name="replies">At least one: the first request gets the first, the next the second, and so on; the last is repeated.</param>
    /// <returns>Tells how often it was used, and takes it out of the script.</returns>
    /// <remarks>Where several rules match, the one that was added last is used.</remarks>
    public ScriptRule When(string sql, params Reply[] replies)
    {
        ArgumentNullException.ThrowIfNull(sql);
        string text = DefaultReplies.Normalize(sql);
        return When(
            request => request.Command is ServerCommand.Query or ServerCommand.Execute
                && request.Sql is { } received && DefaultReplies.Normalize(received).Equals(text, StringComparison.OrdinalIgnoreCase),
            replies);
    }

    /// <summary>Adds a rule. Where several match, the one that was added last is used.</summary>
    /// <param name="when">
    /// Selects requests; called on the server's threads, for several at once, and may be called twice for one. A prepared
    /// statement is offered when it is prepared and whenever it is run; the column names that preparing announces come from the
    /// reply to running it.
    /// </param>
    /// <param name="replies">At least one: the first request gets the first, the next the second, and so on; the last is repeated.</param>
    /// <returns>Tells how often it was used, and takes it out of the script.</returns>
    public ScriptRule When(Func<ReceivedRequest, bool> when, params Reply[] replies)
    {
        ArgumentNullException.ThrowIfNull(when);
        ArgumentNullException.ThrowIfNull(replies);
        ArgumentOutOfRangeException.ThrowIfZero(replies.Length, nameof(replies));
        return Script.Add(when, [.. replies]);
    }

    /// <summary>Waits until a request that the predicate selects has arrived; it may have done so already.</summary>
    /// <remarks>Cancelled when the server is disposed.</remarks>
    public Task<ReceivedRequest> WaitForAsync(Func<ReceivedRequest, bool> when)
    {
        ArgumentNullException.ThrowIfNull(when);
        return _received.WaitAsync(when);
    }

    /// <summary>
    /// Sends an error that nobody asked for to every client that is logged in and waits for nothing, and ends the connection if
    /// the error's <see cref="Reply.Then"/> says so: see <see cref="ErrorReply.InactivityTimeout"/>.
    /// </summary>
    /// <returns>How many clients it was sent to.</returns>
    /// <remarks>A client whose reply takes longer than a second waits for something.</remarks>
    public async Task<int> SayUnaskedAsync(ErrorReply error)
    {
        ArgumentNullException.ThrowIfNull(error);
        bool[] said = await Task.WhenAll(_connections.Keys.Select(connection => connection.TrySayAsync(error))).ConfigureAwait(false);
        return said.Count(static isSaid => isSaid);
    }

    /// <summary>Ends every connection and stops listening; returns when no socket and no task is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        _received.Close();
    }

    internal void NoteReceived(ReceivedRequest request) => _received.Add(request);

    internal void NoteFile(byte[] content) => _files.Enqueue(content);

    private async Task ServeAsync(Socket socket, int id, CancellationToken stopping)
    {
        var connection = new ScriptedConnection(this, socket, id, stopping);
        _connections[connection] = 0;
        await connection.RunAsync().ConfigureAwait(false);
        _connections.TryRemove(connection, out _);
    }
}
