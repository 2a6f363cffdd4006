using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>Whatever command the driver runs on a connection; those of bulk copies and loads it keeps to itself.</summary>
/// <remarks>A test cancels one with the referenced version of the driver. Where it cannot be reached, nothing is cancelled.</remarks>
internal sealed class ActiveCommand(MySqlConnection connection)
{
    private const string ServerSession = "MySqlConnector.Core.ServerSession, MySqlConnector";

    /// <summary>Whether the server was asked to stop it, and has not answered it yet.</summary>
    public bool IsStopping
    {
        get
        {
            try
            {
                return IsCancelingQuery(SessionOf(connection));
            }
            catch (Exception exception) when (IsOutOfReach(exception))
            {
                return false;
            }
        }
    }

    /// <summary>Asks the server to stop it, from another connection, as the driver's commands do.</summary>
    public void Cancel()
    {
        try
        {
            // The driver knows commands by their numbers: this one passes for the one that runs.
            using var command = new MySqlCommand("", connection);
            IdOf(command) = ActiveIdOf(SessionOf(connection));
            command.Cancel();
        }
        catch (Exception exception) when (IsOutOfReach(exception))
        {
            // The session is given up a little later.
        }
    }

    private static bool IsOutOfReach(Exception exception) =>
        exception is InvalidOperationException or MissingMemberException or TypeLoadException or BadImageFormatException;

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Session")]
    [return: UnsafeAccessorType(ServerSession)]
    private static extern object SessionOf(MySqlConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ActiveCommandId")]
    private static extern int ActiveIdOf([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_IsCancelingQuery")]
    private static extern bool IsCancelingQuery([UnsafeAccessorType(ServerSession)] object session);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_commandId")]
    private static extern ref int IdOf(MySqlCommand command);
}
