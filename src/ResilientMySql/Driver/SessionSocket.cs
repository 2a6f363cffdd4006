using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>
/// Reaches the socket of an open driver connection, which the driver keeps to itself. Only this folder knows the
/// driver's insides (docs/decisions/0001).
/// </summary>
/// <remarks>A test pins the names below to the referenced version of the driver.</remarks>
internal static class SessionSocket
{
    private const string ServerSession = "MySqlConnector.Core.ServerSession, MySqlConnector";

    /// <summary>The connection's socket, or null where this version of the driver or this transport keeps it out of reach.</summary>
    public static Socket? TryGet(MySqlConnection connection)
    {
        try
        {
            return SocketOf(SessionOf(connection));
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException or InvalidOperationException or BadImageFormatException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType(ServerSession)]
    private static extern object SessionOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_socket")]
    private static extern ref Socket? SocketOf([UnsafeAccessorType(ServerSession)] object session);
}
