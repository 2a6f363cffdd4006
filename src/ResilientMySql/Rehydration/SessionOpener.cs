using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Driver;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Gives a session a new physical connection and replays its ledger on it, again and again until it succeeds or the time is up.</summary>
internal static class SessionOpener
{
    /// <summary>
    /// Opens; throws the last attempt's exception, untouched, when the budget is used up or waiting is pointless. Where the last
    /// one was cut short by the deadline, throws what came of those before.
    /// </summary>
    public static async ValueTask OpenAsync<TIo>(Session session, CallBudget budget, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Exception? said = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountAttempt();
            Exception? failure = await TryOpenAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
            if (failure is null)
                return;

            TimeSpan left = budget.RecoveryLeft;
            if (!session.Pool.TriesAgain(patience) || left == TimeSpan.Zero || !ServerErrors.CanOpenLater(failure))
                ExceptionDispatchInfo.Throw(DriverExceptions.IsConnectTimeout(failure) ? said ?? failure : failure);

            // Tells more than that the last attempt came too late for the server to say it again.
            if (!DriverExceptions.IsConnectTimeout(failure))
                said = failure;

            TimeSpan delay = Backoff.DelayAfter(budget.Attempts, Random.Shared.NextDouble());
            await TIo.DelayAsync(budget.Time, delay < left ? delay : left, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One attempt; null when the session is open and as it was.</summary>
    private static async ValueTask<Exception?> TryOpenAsync<TIo>(Session session, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        TimeSpan left = budget.RecoveryLeft;
        MySqlConnection driver = session.Pool.Settings.CreateDriverConnection(left);
        try
        {
            await TIo.OpenAsync(driver, left, budget.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return exception;
        }

        session.Adopt(driver, TIo.Mode);
        try
        {
            session.Gate.ThrowIfRetired();
            session.Watch.Start(budget.RecoveryLeft);
            Exception? objection = await MakeFitAsync<TIo>(session).ConfigureAwait(false);
            if (objection is not null)
                await session.CloseDriverAsync<TIo>().ConfigureAwait(false);

            return objection;
        }
        catch (Exception exception)
        {
            await session.CloseDriverAsync<TIo>().ConfigureAwait(false);
            return exception;
        }
        finally
        {
            session.Watch.Stop();
        }
    }

    /// <summary>Checks the server, replays the ledger and reads it back; what speaks against using the session, or null.</summary>
    private static async ValueTask<Exception?> MakeFitAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        ServerIdentity server = await ServerIdentities.ReadAsync<TIo>(session).ConfigureAwait(false);
        if (session.Server?.ObjectionTo(server, session.Pool.Settings.ServerChange) is { } objection)
            return new UnfitServerException($"{objection} (Server Change={session.Pool.Settings.ServerChange}).");

        session.Server = server;
        session.Transaction.Start(server.AutocommitIsOff);
        if (await LedgerReplay.RunAsync<TIo>(session).ConfigureAwait(false) is not { } mismatch)
            return null;

        session.Ledger.NoteNotReplayed(mismatch);
        return LossMessages.StateLost(session.Ledger.Pin, ExecutionOutcome.NotExecuted).ToException(null);
    }
}
