using System.Data;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>
/// Makes sure that a lost session is gone from its server. A write that is to run once more must not be overtaken by the first one,
/// which the server may still run, or hold back behind a lock, on behalf of a client that it has not missed yet.
/// </summary>
internal static class GhostCheck
{
    private const string Uptime = "SHOW GLOBAL STATUS LIKE 'Uptime'";

    // The server tells its uptime in whole seconds.
    private static readonly TimeSpan Accuracy = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Asked on the session's new connection: whether the old one is certainly gone; ends it where it is not. False where that
    /// cannot be known: on another server, without the right to, or when the time is up.
    /// </summary>
    public static async ValueTask<bool> IsGoneAsync<TIo>(Session session, Ghost ghost, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (ghost.ServerId.Length == 0 || session.Server?.Id != ghost.ServerId)
            return false;

        session.Watch.Start(budget.RecoveryLeft);
        try
        {
            // What stands between may number sessions its own way: then the number means nothing, or somebody else's.
            if (!await KnowsItsNumberAsync<TIo>(session).ConfigureAwait(false))
                return false;

            TimeSpan uptime = await ReadUptimeAsync<TIo>(session).ConfigureAwait(false);
            TimeSpan age = session.Pool.Time.GetElapsedTime(ghost.Born);
            if (uptime + Accuracy < age)
                return true; // The server was started after the session was: nothing of it is left.

            // Only while the server runs on are its ids unique: any other one may have been given to somebody else.
            return uptime > age + Accuracy && await EndAsync<TIo>(session, ghost.ServerThread, budget, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException or InvalidOperationException or FormatException)
        {
            return false;
        }
        finally
        {
            session.Watch.Stop();
        }
    }

    private static async ValueTask<bool> KnowsItsNumberAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand("SELECT CONNECTION_ID()", session.Driver);
        object? number = await TIo.ExecuteScalarAsync(command).ConfigureAwait(false);
        return Convert.ToInt64(number, CultureInfo.InvariantCulture) == (uint)session.ServerThread;
    }

    private static async ValueTask<TimeSpan> ReadUptimeAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(Uptime, session.Driver);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, CommandBehavior.Default).ConfigureAwait(false);
        try
        {
            bool isTold = await TIo.ReadAsync(reader).ConfigureAwait(false);
            return isTold ? TimeSpan.FromSeconds(long.Parse(reader.GetString(1), CultureInfo.InvariantCulture)) : throw new FormatException("The server does not tell its uptime.");
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }

    /// <summary>A session that was killed goes on until it notices: the server has to say that it knows none of that id.</summary>
    private static async ValueTask<bool> EndAsync<TIo>(Session session, int serverThread, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand($"KILL {(uint)serverThread}", session.Driver);
        while (budget.RecoveryLeft > TimeSpan.Zero)
        {
            try
            {
                await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            }
            catch (MySqlException refusal) when (refusal.ErrorCode is MySqlErrorCode.NoSuchThread)
            {
                return true;
            }

            await TIo.DelayAsync(budget.Time, Pause, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }
}
