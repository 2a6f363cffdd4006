using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Pipeline;

/// <summary>Ends calls that were cancelled, or whose time was up, while the driver was at work.</summary>
internal static class Interruption
{
    /// <summary>
    /// Makes sure that nothing set off for this call can hit the next one, and adds to its failure what that meant for the
    /// session. <paramref name="left"/>: whether the call leaves a reader open.
    /// </summary>
    public static async ValueTask<Failure> SettleAsync<TIo>(Session session, Failure failure, WatchEnd end, GateEvent left)
        where TIo : struct, IDriverIo
    {
        bool isInUse = (end is WatchEnd.Cancelled or WatchEnd.Overdue) && !session.Watch.IsAbandoned;
        if (isInUse && await session.Watch.HasKillArrivedAsync<TIo>(session.Pool.Time).ConfigureAwait(false) && IsUsable(session, left))
            return failure with { End = end };

        session.Watch.Abandon();
        return failure with { End = end, EndsSession = true };
    }

    /// <summary>Under an open reader the driver is never ready for a statement: closing the reader clears up, and has a deadline of its own.</summary>
    private static bool IsUsable(Session session, GateEvent left) => left is GateEvent.CallEndsReading || SessionReadiness.IsReady(session.Driver);

    /// <summary>
    /// What the caller of an interrupted call is told; <paramref name="loss"/>, which says whether the statement ran, goes
    /// along inside. Null where the server had answered already: then that answer counts.
    /// </summary>
    public static Exception? Explain(Failure failure, Exception? loss, CancellationToken cancellationToken)
    {
        bool hasStopped = failure.Answer is { ErrorCode: MySqlErrorCode.QueryInterrupted or MySqlErrorCode.CommandTimeoutExpired };
        if (failure.Evidence is Evidence.Answered && !hasStopped)
            return null;

        Exception? cause = failure.Evidence is Evidence.Unknown ? loss : failure.Exception;
        return (failure.End, loss) switch
        {
            (WatchEnd.Cancelled, _) => new OperationCanceledException("The call was cancelled.", cause, cancellationToken),

            // A commit's outcome matters more than how it was lost.
            (_, ResilientMySqlException { Cause: LossCause.Commit }) => loss,
            (_, null) when failure.Answer is { ErrorCode: MySqlErrorCode.CommandTimeoutExpired } => failure.Exception,
            _ => DriverExceptions.CommandTimeout(cause),
        };
    }
}
