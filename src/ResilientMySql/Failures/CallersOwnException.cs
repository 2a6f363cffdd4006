using System.Net.Sockets;
using MySqlConnector;

namespace ResilientMySql.Failures;

/// <summary>
/// Wraps, on its way to the pipeline, what code of the caller's threw inside a call: a converter, a constructor, a list that reads a
/// file. It says nothing of the session, though the driver throws the like when a session dies. The pipeline takes it out again.
/// </summary>
internal sealed class CallersOwnException(Exception thrown) : Exception(thrown.Message, thrown)
{
    /// <summary>Whether it could be taken for a word of the driver's or the server's.</summary>
    public static bool IsNeededFor(Exception thrown) => thrown is MySqlException or IOException or SocketException;
}
