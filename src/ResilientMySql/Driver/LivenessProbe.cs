using System.Net.Sockets;

namespace ResilientMySql.Driver;

/// <summary>
/// Tells whether an idle session's link is dead, without a round trip: whatever can be read while nothing is due is either the
/// end of the stream or the server's last words.
/// </summary>
/// <remarks>Measured on both servers in docs/decisions/0002: every idle death was seen, and no healthy session was taken for dead.</remarks>
internal readonly struct LivenessProbe(Socket? socket)
{
    /// <summary>Whether the driver lets the socket be seen.</summary>
    public bool IsAvailable => socket is not null;

    /// <summary>Whether the link is known to be dead; false as well where it cannot be told.</summary>
    public bool SeesDeath()
    {
        try
        {
            return socket is not null && socket.Poll(0, SelectMode.SelectRead);
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
