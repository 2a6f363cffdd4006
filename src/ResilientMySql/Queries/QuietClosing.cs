using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>Closes a reader after something has gone wrong: what went wrong first is what is told.</summary>
internal static class QuietClosing
{
    public static async ValueTask CloseAsync<TIo>(MySqlDataReader reader)
        where TIo : struct, IDriverIo
    {
        try
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or SocketException or InvalidOperationException)
        {
            // The session is dead; the pipeline finds out by itself.
        }
    }
}
