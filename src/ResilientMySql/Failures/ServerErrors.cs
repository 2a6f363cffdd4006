using System.Net.Sockets;
using MySqlConnector;

namespace ResilientMySql.Failures;

/// <summary>The server's error codes that mean more than "this statement failed". Each row carries its reason.</summary>
internal static class ServerErrors
{
    /// <summary>Whether the session is finished after this answer, though the driver still calls it open.</summary>
    public static bool EndsSession(MySqlErrorCode code) => code switch
    {
        // The server is going down; it lets running statements end with this and then hangs up.
        MySqlErrorCode.ServerShutdown => true,

        // The server stops reading in the middle of the packet and hangs up.
        MySqlErrorCode.PacketTooLarge => true,

        // Idle for longer than wait_timeout (MySQL says so before it hangs up).
        MySqlErrorCode.ClientInteractionTimeout => true,
        _ => false,
    };

    /// <summary>Whether the server has rolled the whole transaction back, not the statement alone.</summary>
    public static bool RollsBackTransaction(MySqlErrorCode code) => code switch
    {
        // A deadlock's victim.
        MySqlErrorCode.LockDeadlock => true,

        // A distributed transaction's branch that was a deadlock's victim.
        MySqlErrorCode.XARBDeadlock => true,
        _ => false,
    };

    /// <summary>Whether opening may succeed a little later, with nothing changed on our side.</summary>
    public static bool MayOpenLater(Exception exception) => exception switch
    {
        MySqlException refused => refused.ErrorCode switch
        {
            // Refused, unreachable, or the handshake did not finish.
            MySqlErrorCode.UnableToConnectToHost => true,

            // Others' sessions end.
            MySqlErrorCode.ConnectionCountError => true,

            // On its way down, to come back.
            MySqlErrorCode.ServerShutdown => true,

            // Died during the handshake: the driver has no code for it.
            MySqlErrorCode.None => true,
            _ => false,
        },
        SocketException or IOException => true,
        _ => false,
    };
}
