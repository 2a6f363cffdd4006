using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Opens a physical connection and replays a ledger on it, again and again until it succeeds or the time is up.</summary>
internal static class SessionOpener
{
    /// <summary>Opens; throws the last attempt's exception, untouched, when the budget is used up or waiting is pointless.</summary>
    public static async ValueTask<MySqlConnection> OpenAsync<TIo>(
        SessionPool pool, SessionLedger? ledger, CallBudget budget, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountAttempt();
            (MySqlConnection? driver, Exception? failure) =
                await TryOpenAsync<TIo>(pool.Settings, ledger, budget.RecoveryLeft, cancellationToken).ConfigureAwait(false);
            if (driver is not null)
                return driver;

            TimeSpan left = budget.RecoveryLeft;
            if (!pool.TriesAgain(patience) || left == TimeSpan.Zero || !ServerErrors.MayOpenLater(failure!))
                ExceptionDispatchInfo.Throw(failure!);

            TimeSpan delay = Backoff.DelayAfter(budget.Attempts, Random.Shared.NextDouble());
            await TIo.DelayAsync(budget.Time, delay < left ? delay : left, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<(MySqlConnection? Driver, Exception? Failure)> TryOpenAsync<TIo>(
        SessionSettings settings, SessionLedger? ledger, TimeSpan timeLeft, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        MySqlConnection driver = settings.CreateDriverConnection(timeLeft);
        try
        {
            await TIo.OpenAsync(driver, cancellationToken).ConfigureAwait(false);
            if (ledger is not null)
                await LedgerReplay.RunAsync<TIo>(ledger, driver, cancellationToken).ConfigureAwait(false);

            return (driver, null);
        }
        catch (Exception exception)
        {
            await DiscardAsync<TIo>(driver).ConfigureAwait(false);
            return (null, exception);
        }
    }

    private static async ValueTask DiscardAsync<TIo>(MySqlConnection driver)
        where TIo : struct, IDriverIo
    {
        try
        {
            await TIo.CloseAsync(driver).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException)
        {
            // It never became a session; why it did not is reported by the caller.
        }
    }
}
