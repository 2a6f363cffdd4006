using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>The session that a connection keeps while it is closed, where it does not return it (Close Returns Session=false).</summary>
internal sealed class HeldSession
{
    private Session? _session;

    /// <summary>The session, for its connection, which opens; null where there is none that is as good as another.</summary>
    public async ValueTask<Session?> TakeAsync<TIo>(ResilientMySqlConnection owner, SessionPool pool)
        where TIo : struct, IDriverIo
    {
        bool isInScope = pool.Settings.AutoEnlist && System.Transactions.Transaction.Current is not null;
        if (isInScope || Interlocked.Exchange(ref _session, null) is not { } session)
            return null;

        // The connection string may be another one by now, and somebody may have asked for the warnings.
        if (ReferenceEquals(session.Pool, pool) && pool.MayUseAgain(session))
        {
            session.PassTo(owner);
            return session;
        }

        await session.Pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
        return null;
    }

    /// <summary>Keeps the session of a connection that is closed. One is enough: opened inside a scope, it had another one beside this.</summary>
    public async ValueTask KeepAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        if (_session is not null)
            await session.Pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
        else if (await session.Pool.TryHoldAsync<TIo>(session).ConfigureAwait(false))
            _session = session;
    }

    /// <summary>The connection is disposed of.</summary>
    public ValueTask GiveBackAsync<TIo>()
        where TIo : struct, IDriverIo =>
        Interlocked.Exchange(ref _session, null) is { } session ? session.Pool.ReturnAsync<TIo>(session) : default;
}
