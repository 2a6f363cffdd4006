using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// What all who go through the rows of a statement have in common: whose rows they are, how long a step may take, and what a failure
/// on the way means.
/// </summary>
/// <param name="connection">Whose rows they are; while a step is under way nothing else may hold it, and it must not be taken for dropped.</param>
internal abstract class OpenRows(ResilientMySqlConnection connection)
{
    private long _start;
    private bool _wasInTransaction;
    private bool _hasToldOfEnd;

    /// <summary>How many statements it has served, this one included: tells one from the next, which may be the same command.</summary>
    public int Turn { get; private set; }

    public bool IsClosed { get; protected set; } = true;

    public ResilientMySqlConnection Connection => connection;

    protected Session Session { get; private set; } = null!;

    /// <summary>What the statement does.</summary>
    protected StatementEffects Effects { get; private set; }

    /// <summary>How long a step may take; <see cref="TimeSpan.MaxValue"/> for no limit.</summary>
    protected TimeSpan StepTimeout { get; private set; }

    /// <summary>A statement has been executed, and its rows are to be read.</summary>
    /// <param name="session">Where.</param>
    /// <param name="effects">What it does.</param>
    /// <param name="timeout">How long each step may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    protected void Begin(Session session, StatementEffects effects, TimeSpan timeout)
    {
        Session = session;
        Turn++;
        Effects = effects;
        StepTimeout = timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : timeout;
        _start = session.Pool.Time.GetTimestamp();
        _wasInTransaction = _hasToldOfEnd = false;
        IsClosed = false;
    }

    /// <summary>The server is about to be waited for.</summary>
    protected void StartStep() => Session.Watch.Start(StepTimeout, Session.Grace);

    protected async ValueTask<WatchEnd> EndStepAsync<TIo>(CancellationTokenRegistration cancellation)
        where TIo : struct, IDriverIo
    {
        await cancellation.DisposeAsync().ConfigureAwait(false);
        WatchEnd end = Session.Watch.Stop();
        if (end is not WatchEnd.InTime)
            await Interruption.SettleAsync<TIo>(Session, default, end, GateEvent.CallEndsReading).ConfigureAwait(false);

        GC.KeepAlive(connection);
        return end;
    }

    /// <summary>What a failure means for the session, which takes it down.</summary>
    protected Failure Note(Exception exception, WatchEnd end)
    {
        Failure failure = FailureClassifier.Classify(exception, Session.LinkState, Session.Dialect);
        if (end is not WatchEnd.InTime)
            failure = failure with { End = end };

        _wasInTransaction |= Session.Situation is Situation.InTransaction;
        if (failure.EndsSession)
            Session.MarkLost();
        else if (exception is MySqlException answer)
            Session.Notes.Heed(answer);

        return failure;
    }

    /// <summary>
    /// Whether a failure behind the rows that were read is to be told. What is left of a query is not missed, stopped or lost as it may
    /// be; what is left of a list may be a write, and an error may have ended the transaction. Who was told that the session has ended
    /// is not told so again, in the place of the reason, when he closes the rows.
    /// </summary>
    protected bool IsMissed(Failure failure) => !_hasToldOfEnd && (Effects.Kind is not StatementKind.Read
        || (failure.Evidence is Evidence.Answered && failure.Exception is not MySqlException { ErrorCode: MySqlErrorCode.QueryInterrupted }));

    /// <summary>What the caller is told of a failure: the driver's own exception where the server answered.</summary>
    protected Exception Tell(Failure failure, CancellationToken cancellationToken)
    {
        _hasToldOfEnd |= failure.EndsSession;
        Refusal.NoteDoubt(failure);
        Exception? loss = failure.Evidence is Evidence.Answered ? null : Refuse(failure.Exception);
        bool wasInterrupted = failure.End is not WatchEnd.InTime;
        return (wasInterrupted ? Interruption.Explain(failure, loss, cancellationToken) : null) ?? loss ?? failure.Exception!;
    }

    private ResilientMySqlException Refuse(Exception? innerException)
    {
        Loss loss = _wasInTransaction
            ? LossMessages.TransactionLost(Session.Pool.Settings.Server, Session.Transaction.IsUncertain)
            : LossMessages.ResultSetLost(Session.Pool.Settings.Server);
        var budget = new CallBudget(Session.Pool.Time, _start, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Refusal.Refuse(Session, loss, innerException, budget);
    }
}
