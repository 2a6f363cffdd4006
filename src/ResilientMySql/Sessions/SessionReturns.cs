using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>What becomes of the sessions that come back to a pool: lent again as they are, after a reset, or closed.</summary>
internal sealed class SessionReturns(SessionPool pool, SessionShelf shelf)
{
    /// <summary>The end of a lease; a second one does nothing.</summary>
    public ValueTask ReturnAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        if (session.Branch is { } branch)
        {
            if (branch.TryPark())
                return default;

            session.Branch = null;
        }

        return session.TryEndLease() ? TakeBackAsync<TIo>(session) : default;
    }

    /// <summary>
    /// Cleans a session whose connection is closed and keeps it for that connection, instead of returning it; whether that went
    /// well. Where it did not, the session is returned.
    /// </summary>
    public async ValueTask<bool> TryHoldAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        ResilientMySqlConnection? owner = session.Owner;
        if (session.Branch is not null || !session.TryEndLease())
        {
            await ReturnAsync<TIo>(session).ConfigureAwait(false);
            return false;
        }

        bool isKept = false;
        try
        {
            isKept = await TryCleanAsync<TIo>(session).ConfigureAwait(false) && !shelf.IsOutdated(session);
        }
        finally
        {
            if (isKept)
                session.BeginLease(owner);
            else
                await DiscardAsync<TIo>(session).ConfigureAwait(false);
        }

        return isKept;
    }

    /// <summary>Ends a lease whose connection is gone.</summary>
    public ValueTask TakeBackLeakedAsync<TIo>(Session session, long lease)
        where TIo : struct, IDriverIo
    {
        if (session.Branch is not null)
            return ReturnAsync<TIo>(session);

        return session.TryEndLease(lease) ? TakeBackAsync<TIo>(session) : default;
    }

    /// <summary>Puts a session that was just opened, and that nobody has used, where it waits for its first user.</summary>
    public ValueTask PutAsideAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        session.EndUnusedLease(pool.Time.GetTimestamp());
        return PutBackAsync<TIo>(session);
    }

    /// <summary>Puts an idle session that was taken out for care back, to the bottom; closes it where nobody is to have it.</summary>
    public ValueTask PutBackAsync<TIo>(Session session)
        where TIo : struct, IDriverIo =>
        shelf.TryPutBack(session) ? default : DiscardAsync<TIo>(session);

    /// <summary>Closes a session that nobody has; somebody else may open one in its place.</summary>
    public async ValueTask DiscardAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        try
        {
            await CloseAsync<TIo>(session).ConfigureAwait(false);
        }
        finally
        {
            shelf.Remove(session);
        }
    }

    /// <summary>Closes sessions that nobody has, one after the other.</summary>
    public async ValueTask CloseAllAsync<TIo>(Session[] sessions)
        where TIo : struct, IDriverIo
    {
        foreach (Session session in sessions)
            await DiscardAsync<TIo>(session).ConfigureAwait(false);
    }

    /// <summary>A session whose lease has ended: at once where it is as it was, after a reset otherwise.</summary>
    private ValueTask TakeBackAsync<TIo>(Session session)
        where TIo : struct, IDriverIo =>
        SessionCleaner.IsClean(session) && shelf.TryKeep(session, pool.Time.GetTimestamp()) ? default : TakeBackSlowlyAsync<TIo>(session);

    private async ValueTask TakeBackSlowlyAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        bool isClean = false;
        try
        {
            isClean = await TryCleanAsync<TIo>(session).ConfigureAwait(false);
        }
        finally
        {
            if (!isClean || !shelf.TryKeep(session, pool.Time.GetTimestamp()))
                await DiscardAsync<TIo>(session).ConfigureAwait(false);
        }
    }

    private ValueTask<bool> TryCleanAsync<TIo>(Session session)
        where TIo : struct, IDriverIo =>
        shelf.IsOutdated(session) ? new(false) : SessionCleaner.TryRunAsync<TIo>(session);

    private async ValueTask CloseAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        try
        {
            await session.CloseDriverAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            Watchdog.Shared.Remove(session.Watch);
        }

        pool.Reports.Closed(session);
    }
}
