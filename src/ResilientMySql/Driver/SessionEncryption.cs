using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>Whether an open driver connection is encrypted, which the driver keeps to itself.</summary>
/// <remarks>A test pins the name below to the referenced version of the driver.</remarks>
internal static class SessionEncryption
{
    /// <summary>True as well where it cannot be told: then no link is taken for less safe than another.</summary>
    public static bool IsOn(MySqlConnection connection)
    {
        try
        {
            return IsEncrypted(connection);
        }
        catch (MissingMemberException)
        {
            return true;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_SslIsEncrypted")]
    private static extern bool IsEncrypted(MySqlConnection connection);
}
