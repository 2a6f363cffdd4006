using System.Collections.Concurrent;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Transactions;

/// <summary>The transactions of this process that sessions take part in, and the ways in.</summary>
internal static class AmbientTransactions
{
    private static readonly ConcurrentDictionary<Transaction, AmbientTransaction> Known = new();

    /// <summary>Lends a session that takes part in the transaction: one that waits in it, or else another one, which joins it.</summary>
    /// <exception cref="NotSupportedException">The transaction takes no other session.</exception>
    /// <exception cref="TransactionException">The transaction has ended.</exception>
    public static async ValueTask<Session> RentAsync<TIo>(
        SessionPool pool, ResilientMySqlConnection? owner, Transaction transaction, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        AmbientTransaction ambient = Find(transaction);
        if (ambient.TakeOver(pool, owner) is { } waiting)
            return waiting;

        Session session = await pool.RentOutsideAsync<TIo>(owner, start, patience, cancellationToken).ConfigureAwait(false);
        try
        {
            await JoinAsync<TIo>(ambient, session, cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Lets an open connection take part; the session that it goes on with, which is another one where one waits in the
    /// transaction already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The session is busy, or has a transaction open.</exception>
    /// <exception cref="MySqlException">The session takes part in another transaction.</exception>
    public static Session Enlist(Session session, ResilientMySqlConnection owner, Transaction? transaction)
    {
        if (session.Branch is { } branch)
            return branch.Ambient.IsOf(transaction) ? session : throw DriverExceptions.AlreadyEnlisted();

        if (session.Transaction is { State: TransactionState.Object or TransactionState.Text } or { IsOpen: true, HasWritten: true })
            throw new InvalidOperationException("A transaction is open on this connection: commit it or roll it back before joining another.");

        if (transaction is null)
            return session;

        AmbientTransaction ambient = Find(transaction);
        if (session.Gate.State is not GateState.Idle)
            throw new InvalidOperationException("The connection is busy, or has a data reader open: it cannot join a transaction now.");

        // What the connection has set up so far stays with it.
        if (!session.HasDefaultSettings || ambient.TakeOver(session.Pool, owner) is not { } waiting)
        {
            JoinAsync<SyncIo>(ambient, session, CancellationToken.None).Unwrap();
            return session;
        }

        session.Pool.ReturnAsync<SyncIo>(session).Unwrap();
        return waiting;
    }

    /// <summary>The transaction has ended.</summary>
    public static void Forget(Transaction transaction) => Known.TryRemove(transaction, out _);

    private static AmbientTransaction Find(Transaction transaction)
    {
        AmbientTransaction ambient = Known.GetOrAdd(transaction, static added => new AmbientTransaction(added));
        try
        {
            ambient.Enlist();
            return ambient;
        }
        catch
        {
            Forget(transaction);
            throw;
        }
    }

    private static async ValueTask JoinAsync<TIo>(AmbientTransaction ambient, Session session, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Branch branch = session.Pool.Settings.UseXaTransactions
            ? new XaBranch(ambient, session)
            : new StandardBranch(ambient, session, ambient.Level);
        ambient.Add(branch);
        try
        {
            await branch.BeginAsync<TIo>(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            ambient.Remove(branch);
            throw;
        }

        session.Branch = branch;
        try
        {
            ambient.ThrowIfEnded();
        }
        catch
        {
            // Whoever has ended it may have met this branch before it had begun.
            branch.RollBack();
            branch.Finish(CompletionKind.RolledBack);
            session.Branch = null;
            throw;
        }
    }
}
