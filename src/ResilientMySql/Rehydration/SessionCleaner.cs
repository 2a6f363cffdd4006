using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Makes a session whose lease has ended fit for the next one: as it was when it was opened.</summary>
/// <remarks>
/// At once, and not when it is lent again: a transaction's locks, temporary tables and named locks go with the lease that has them
/// (docs/decisions/0014).
/// </remarks>
internal static class SessionCleaner
{
    private static readonly TimeSpan LongestReset = TimeSpan.FromSeconds(1);

    /// <summary>Whether it is fit as it stands.</summary>
    public static bool IsClean(Session session)
    {
        PoolSettings settings = session.Pool.Settings.Pool;
        if (!session.IsIntact || IsWornOut(session))
            return false;

        return settings.Reset switch
        {
            ResetMode.Smart => session.IsUnchanged,
            ResetMode.Always => false,
            _ => session.Transaction.IsAtRest && !session.Traces.MayBeInTransaction,
        };
    }

    /// <summary>Resets it unless it is fit; false where it is to be closed. Never long.</summary>
    public static async ValueTask<bool> TryRunAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        if (IsClean(session))
            return true;

        if (!session.IsIntact || IsWornOut(session) || !CanReset(session) || !session.IsUp)
            return false;

        if (TIo.Mode is IoMode.Async)
            session.NoteUsedAsynchronously();

        session.Watch.Start(LongestReset);
        bool isReset = false;
        try
        {
            isReset = await TryResetAsync<TIo>(session).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or SocketException or InvalidOperationException)
        {
            // It is closed, which cleans it as well.
        }
        finally
        {
            isReset &= session.Watch.Stop() is WatchEnd.InTime && session.IsIntact;
        }

        if (isReset)
            session.Pool.Reports.WasReset(session);

        return isReset;
    }

    /// <summary>Whether it is old, or was used often enough: whoever comes next gets a new one.</summary>
    public static bool IsWornOut(Session session)
    {
        PoolSettings settings = session.Pool.Settings.Pool;
        if (session.Place.Uses >= settings.MaximumUses)
            return true;

        return settings.LifeTime != TimeSpan.MaxValue && session.Pool.Time.GetElapsedTime(session.Place.Born) >= session.Place.Soon(settings.LifeTime, 0.1);
    }

    /// <summary>Not where a session has more from the server than a reset brings back.</summary>
    private static bool CanReset(Session session)
    {
        SessionSettings settings = session.Pool.Settings;
        return settings.CanReset && session.Server is { HasInitConnect: false } server && !(settings.IsInteractive && server.IsMariaDb);
    }

    private static async ValueTask<bool> TryResetAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        session.Statements.Clear();
        if (!await SessionReset.TryRunAsync(session.Driver, TIo.Mode).ConfigureAwait(false))
            return false;

        await SessionSetup.RunAsync<TIo>(session).ConfigureAwait(false);
        ServerIdentity server = await ServerIdentities.ReadAsync<TIo>(session).ConfigureAwait(false);

        // The driver follows the schema by what the server tells it, which not every server does; a routine may have set a role.
        bool isAsItWas = session.Server is { } before
            && string.Equals(server.Schema, before.Schema, StringComparison.OrdinalIgnoreCase) && server.Role == before.Role;
        if (!isAsItWas)
            return false;

        session.NoteReset(server);
        return true;
    }
}
