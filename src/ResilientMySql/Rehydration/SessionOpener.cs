using System.Globalization;
using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Gives a session a new physical connection and replays its ledger on it, again and again until it succeeds or the time is up.</summary>
internal static class SessionOpener
{
    /// <summary>Opens; throws the last attempt's exception, untouched, when the budget is used up or waiting is pointless.</summary>
    public static async ValueTask OpenAsync<TIo>(Session session, CallBudget budget, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountAttempt();
            Exception? failure = await TryOpenAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
            if (failure is null)
                return;

            TimeSpan left = budget.RecoveryLeft;
            if (!session.Pool.TriesAgain(patience) || left == TimeSpan.Zero || !ServerErrors.MayOpenLater(failure))
                ExceptionDispatchInfo.Throw(failure);

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
            await LedgerReplay.RunAsync<TIo>(session.Ledger, driver).ConfigureAwait(false);
            session.Transaction.Start(await IsAutocommitOffAsync<TIo>(driver).ConfigureAwait(false));
            return null;
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

    /// <summary>The server's configuration may switch autocommit off, for everybody or through init_connect; only it knows.</summary>
    private static async ValueTask<bool> IsAutocommitOffAsync<TIo>(MySqlConnection driver)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand("SELECT @@autocommit", driver);
        object? autocommit = await TIo.ExecuteScalarAsync(command).ConfigureAwait(false);
        return Convert.ToInt64(autocommit, CultureInfo.InvariantCulture) == 0;
    }
}
