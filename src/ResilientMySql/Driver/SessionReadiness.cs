using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>
/// Whether the driver will take a statement on an open connection. After a cancelled one it may still be clearing up, and never
/// finish, while it calls the connection open.
/// </summary>
/// <remarks>A test pins the names below to the referenced version of the driver.</remarks>
internal static class SessionReadiness
{
    private const string ServerSession = "MySqlConnector.Core.ServerSession, MySqlConnector";

    /// <summary>True as well where it cannot be told.</summary>
    public static bool IsReady(MySqlConnection connection)
    {
        try
        {
            return IsConnected(SessionOf(connection));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException or BadImageFormatException)
        {
            return true;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType(ServerSession)]
    private static extern object SessionOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsConnected")]
    private static extern bool IsConnected([UnsafeAccessorType(ServerSession)] object session);
}
