using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
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
        int expiredCount = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountAttempt();
            Exception? failure = await TryOpenInTurnAsync<TIo>(session, budget, patience, expiredCount, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                session.Pool.Circuit.NoteSuccess();
                session.Pool.Absence.End();
                return;
            }

            session.Pool.Circuit.NoteFailure(failure);

            TimeSpan left = budget.RecoveryLeft;
            bool isTurnedAway = session.Server is null && session.Pool.Circuit.Reason is not null;
            if (isTurnedAway || !session.Pool.TriesAgain(patience) || left == TimeSpan.Zero || !ServerErrors.CanOpenLater(failure))
                ExceptionDispatchInfo.Throw(DriverExceptions.IsConnectTimeout(failure) ? said ?? failure : failure);

            // Whatever else it is tells more than that the last attempt came too late for the server to say it again.
            if (DriverExceptions.IsConnectTimeout(failure))
                expiredCount++;
            else
                said = failure;

            await WaitForNextAttemptAsync<TIo>(session.Pool, failure, budget.Attempts, left, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A server that has answered is asked again by each caller for himself; for one that is away, all wait together.</summary>
    private static ValueTask WaitForNextAttemptAsync<TIo>(SessionPool pool, Exception failure, int attempts, TimeSpan left, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        bool hasAnswered = OpenCircuit.IsRefusal(failure) || failure is UnfitServerException;
        if (!hasAnswered)
            return pool.Absence.WaitAsync<TIo>(left, cancellationToken);

        TimeSpan delay = Backoff.DelayAfter(attempts, Random.Shared.NextDouble());
        return TIo.DelayAsync(pool.Time, delay < left ? delay : left, cancellationToken);
    }

    /// <summary>One attempt, when it is its turn; null when the session is open and as it was.</summary>
    private static async ValueTask<Exception?> TryOpenInTurnAsync<TIo>(
        Session session, CallBudget budget, OpenPatience patience, int expiredCount, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        SemaphoreSlim openings = session.Pool.Openings;
        TimeSpan left = budget.RecoveryLeft;
        if (!await TIo.WaitAsync(openings, left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : left, cancellationToken).ConfigureAwait(false))
            return DriverExceptions.ConnectTimeout(null);

        try
        {
            return await TryOpenAsync<TIo>(session, budget, patience, expiredCount, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            openings.Release();
        }
    }

    private static async ValueTask<Exception?> TryOpenAsync<TIo>(
        Session session, CallBudget budget, OpenPatience patience, int expiredCount, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        TimeSpan left = budget.RecoveryLeft;
        TimeSpan limit = session.Pool.TriesAgain(patience) ? AttemptLimit.For(left, expiredCount) : left;
        MySqlConnection driver = session.Pool.Settings.CreateDriverConnection(limit, session.Owner);
        try
        {
            await TIo.OpenAsync(driver, limit, budget.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return exception;
        }

        session.Adopt(driver, TIo.Mode);
        return await MakeFitInTimeAsync<TIo>(session, budget.RecoveryLeft, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="MakeFitAsync"/>, for so long and no longer; closes what is not fit.</summary>
    private static async ValueTask<Exception?> MakeFitInTimeAsync<TIo>(Session session, TimeSpan timeLeft, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Exception? objection;
        WatchEnd end;
        session.Watch.Start(timeLeft);
        CancellationTokenRegistration cancellation =
            cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Abandon(), session.Watch);
        try
        {
            session.Gate.ThrowIfRetired();
            objection = await MakeFitAsync<TIo>(session).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            objection = exception;
        }
        finally
        {
            await cancellation.DisposeAsync().ConfigureAwait(false);
            end = session.Watch.Stop();
        }

        if (objection is null && !session.Watch.IsAbandoned)
            return null;

        await session.CloseDriverAsync<TIo>().ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);

        return (end, objection) switch
        {
            (WatchEnd.Expired, _) => DriverExceptions.ConnectTimeout(objection),

            // To whoever waits for the session, it is not open yet: the link was lost while it was opened.
            (_, MySqlException { ErrorCode: MySqlErrorCode.None } or IOException or SocketException) => DriverExceptions.UnableToConnect(objection),
            _ => objection,
        };
    }

    /// <summary>Checks the server, replays the ledger and reads it back; what speaks against using the session, or null.</summary>
    private static async ValueTask<Exception?> MakeFitAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        await SessionSetup.RunAsync<TIo>(session).ConfigureAwait(false);
        ServerIdentity server = await ServerIdentities.ReadAsync<TIo>(session).ConfigureAwait(false);
        if (session.Server?.ObjectionTo(server, session.Pool.Settings.ServerChange) is { } objection)
            return new UnfitServerException($"{objection} (Server Change={session.Pool.Settings.ServerChange}).");

        // What the lost session had of its server's defaults goes with it, even to a server that has others.
        SessionDefaults defaults = session.Server?.Defaults ?? server.Defaults;
        foreach (LedgerEntry inherited in defaults.DifferencesFrom(server.Defaults))
            session.Ledger.NoteInherited(inherited.Key, inherited.Statement);

        if (await LedgerReplay.RunAsync<TIo>(session).ConfigureAwait(false) is not { } mismatch)
        {
            session.Transaction.Start(session.Ledger.AutocommitIsOff ?? server.Defaults.AutocommitIsOff);
            session.Server = server with { Defaults = defaults };
            session.InheritsDefaults = defaults != server.Defaults;
            return null;
        }

        session.Ledger.NoteNotReplayed(mismatch);
        return LossMessages.StateLost(session.Ledger.Pin, ExecutionOutcome.NotExecuted).ToException(null);
    }
}
