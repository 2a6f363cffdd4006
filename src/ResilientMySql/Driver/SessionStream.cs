using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>
/// The stream of an open driver connection, and what was negotiated on it: for speaking to the server beside the driver, while it
/// believes one of its own commands to be running (docs/decisions/0019).
/// </summary>
/// <remarks>
/// Looked for once a physical connection. A test pins the names below to the referenced version of the driver, and speaks through
/// the stream.
/// </remarks>
internal sealed class SessionStream
{
    private const string ServerSession = "MySqlConnector.Core.ServerSession, MySqlConnector";
    private const string CancellableCommand = "MySqlConnector.Core.ICancellableCommand, MySqlConnector";

    private readonly object _session;

    private SessionStream(object session, Socket socket, SslStream? encrypted)
    {
        (_session, Socket, Encrypted) = (session, socket, encrypted);
        DeprecatesEof = HasDeprecatedEof(session);
        HasQueryAttributes = HasAttributes(session);
        CachesMetadata = HasCachedMetadata(session);
        TracksSession = HasSessionTrack(session);
    }

    public Socket Socket { get; }

    /// <summary>What to read and write where the link is encrypted; null where the socket itself is the stream.</summary>
    public SslStream? Encrypted { get; }

    /// <summary>Whether rows end with an OK packet, and definitions with nothing (CLIENT_DEPRECATE_EOF).</summary>
    public bool DeprecatesEof { get; }

    /// <summary>Whether executions carry a count and names of attributes (CLIENT_QUERY_ATTRIBUTES).</summary>
    public bool HasQueryAttributes { get; }

    /// <summary>Whether the server may leave out definitions that it has sent before (MARIADB_CLIENT_CACHE_METADATA).</summary>
    public bool CachesMetadata { get; }

    /// <summary>Whether OK packets tell of changes of the session (CLIENT_SESSION_TRACK).</summary>
    public bool TracksSession { get; }

    /// <summary>The stream, or null and the reason where it is out of reach, or not one of the kinds that are known.</summary>
    /// <param name="connection">Open, and not compressed.</param>
    /// <param name="obstacle">As the end of a sentence; empty where there is none.</param>
    public static SessionStream? TryGet(MySqlConnection connection, out string obstacle)
    {
        try
        {
            object session = SessionOf(connection);
            SslStream? encrypted = SslStreamOf(session);
            bool isKnown = encrypted is null ? StreamOf(session) is NetworkStream : encrypted.IsAuthenticated;
            obstacle = isKnown ? "" : "its stream is neither a socket's nor an encrypted one";
            return isKnown && SocketOf(session) is { } socket ? new SessionStream(session, socket, encrypted) : null;
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException or InvalidOperationException or BadImageFormatException)
        {
            obstacle = $"this version of the driver keeps it out of reach ({exception.Message})";
            return null;
        }
    }

    /// <summary>The driver takes the command for running: it starts nothing else, and can ask the server to stop it.</summary>
    /// <exception cref="InvalidOperationException">The driver has something under way, or has given the session up.</exception>
    public void Claim(MySqlCommand command) => StartQuerying(_session, command);

    /// <summary>The command has ended, and its answer was read to the end. Takes in a request to stop it that comes too late.</summary>
    public void Release() => FinishQuerying(_session);

    /// <summary>The answer cannot be read to its end: the driver is not to use the session again.</summary>
    public void GiveUp(Exception reason) => SetFailed(_session, reason);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType(ServerSession)]
    private static extern object SessionOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_socket")]
    private static extern ref Socket? SocketOf([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_stream")]
    private static extern ref Stream? StreamOf([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_sslStream")]
    private static extern ref SslStream? SslStreamOf([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SupportsDeprecateEof")]
    private static extern bool HasDeprecatedEof([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SupportsQueryAttributes")]
    private static extern bool HasAttributes([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SupportsCachedPreparedMetadata")]
    private static extern bool HasCachedMetadata([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SupportsSessionTrack")]
    private static extern bool HasSessionTrack([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "StartQuerying")]
    private static extern void StartQuerying([UnsafeAccessorType(ServerSession)] object session, [UnsafeAccessorType(CancellableCommand)] object command);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "FinishQuerying")]
    private static extern void FinishQuerying([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SetFailed")]
    private static extern void SetFailed([UnsafeAccessorType(ServerSession)] object session, Exception exception);
}
