using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Driver;

namespace ResilientMySql.Io;

/// <summary>
/// Waits for the driver to open a connection, for so long and no longer. What it does not finish in time is left to itself and
/// closed when it is done: before the handshake is over there is no socket that could be taken away.
/// </summary>
internal static class OpenAttempt
{
    // The driver's own timeout is the same to the second and says more; let it speak first.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    public static async ValueTask WaitAsync(
        Task opening, MySqlConnection connection, TimeSpan timeLeft, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await opening.WaitAsync(Bounded(timeLeft), time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException timeout)
        {
            CloseLater(opening, connection);
            throw DriverExceptions.ConnectTimeout(timeout);
        }
        catch (OperationCanceledException)
        {
            CloseLater(opening, connection);
            throw;
        }
        catch
        {
            // The session may be open: what the data source's builder was told to do with it has failed.
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The same for a synchronous caller, who waits while another thread opens: the driver's own timeout does not reach into the
    /// TLS handshake. A thread of its own, since callers who wait here may well hold all of the pool's.
    /// </summary>
    public static void Wait(MySqlConnection connection, TimeSpan timeLeft)
    {
        using var done = new ManualResetEventSlim();
        Exception? failure = null;
        Task opening = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    connection.Open();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
                finally
                {
                    SetUnlessAbandoned(done);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        if (!done.Wait(Bounded(timeLeft)))
        {
            CloseLater(opening, connection);
            throw DriverExceptions.ConnectTimeout(null);
        }

        if (failure is not null)
        {
            connection.Dispose();
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static TimeSpan Bounded(TimeSpan timeLeft) => timeLeft < Longest ? timeLeft + Grace : Longest;

    private static void SetUnlessAbandoned(ManualResetEventSlim done)
    {
        try
        {
            done.Set();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    private static void CloseLater(Task opening, MySqlConnection connection) =>
        opening.ContinueWith(
            static (_, state) => ((MySqlConnection)state!).Dispose(),
            connection,
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
}
