using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Asks the server of an idle session whether it is there; never long.</summary>
internal static class IdlePing
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static async ValueTask<bool> RunAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        bool isThere = false;
        session.Watch.Start(Longest);
        try
        {
            isThere = await TIo.PingAsync(session.Driver).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or SocketException or InvalidOperationException)
        {
            // It is not.
        }
        finally
        {
            isThere &= session.Watch.Stop() is WatchEnd.InTime;
        }

        return isThere;
    }
}
