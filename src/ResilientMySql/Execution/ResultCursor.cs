using System.Data;
using System.Runtime.ExceptionServices;
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
/// Goes through the open result sets of a statement, row by row, each step inside its deadline; says what a failure on the way
/// means. Used again and again by the reader it belongs to.
/// </summary>
/// <param name="connection">Its reader's; while a step is under way nothing else may hold it, and it must not be taken for dropped.</param>
internal sealed class ResultCursor(ResilientMySqlConnection connection)
{
    private MySqlDataReader _rows = null!;
    private Session _session = null!;
    private StatementEffects _effects;
    private TimeSpan _timeout;
    private long _start;
    private bool _isSingleRow;
    private bool _isSchemaOnly;
    private bool _leavesRowLimit;
    private bool _hasReadRow;
    private bool _wasInTransaction;

    /// <summary>The driver's reader. It serves one result after another on its connection, so that a closed cursor must not touch it.</summary>
    public MySqlDataReader Rows => IsClosed ? throw new InvalidOperationException("The reader is closed.") : _rows;

    /// <summary>The driver's command or batch.</summary>
    public object? Statement { get; private set; }

    /// <summary>How many statements it has served, this one included: tells one from the next, which may be the same command.</summary>
    public int Turn { get; private set; }

    public bool IsClosed { get; private set; } = true;

    /// <summary>As the driver counts them; of the whole statement once closed.</summary>
    public int RecordsAffected
    {
        get => IsClosed ? field : _rows.RecordsAffected;
        private set;
    }

    /// <summary>A statement has been executed, and its rows are to be read.</summary>
    public void Start<TStatement>(MySqlDataReader rows, Session session, TStatement statement, CommandBehavior behavior)
        where TStatement : struct, IRunningStatement
    {
        _rows = rows;
        _session = session;
        Statement = statement.Running;
        Turn++;
        _effects = statement.EffectsOn(session.Dialect);
        _timeout = statement.Timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : statement.Timeout;
        _start = session.Pool.Time.GetTimestamp();
        _isSingleRow = (behavior & CommandBehavior.SingleRow) != 0;
        _isSchemaOnly = (behavior & CommandBehavior.SchemaOnly) != 0;
        _hasReadRow = _wasInTransaction = _leavesRowLimit = false;
        IsClosed = false;
    }

    public bool Read() => !IsSpent && (_hasReadRow = Step(static rows => rows.Read()));

    public Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return StepAsync(DrainAsync(Rows, cancellationToken), cancellationToken);

        if (IsSpent)
            return Task.FromResult(false);

        // A row that has arrived already needs no frame of ours.
        Task<bool> read = Rows.ReadAsync(CancellationToken.None);
        _hasReadRow = true;
        return read.IsCompletedSuccessfully ? read : StepAsync(read, cancellationToken);
    }

    public bool NextResult()
    {
        _hasReadRow = false;
        return Step(static rows => rows.NextResult());
    }

    public Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return StepAsync(DrainAsync(Rows, cancellationToken), cancellationToken);

        _hasReadRow = false;
        Task<bool> next = Rows.NextResultAsync(CancellationToken.None);
        return next.IsCompletedSuccessfully ? next : StepAsync(next, cancellationToken);
    }

    /// <summary>Reads what is left, so that the session can go on. For an open cursor only.</summary>
    public async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        int affected = -1;
        IsClosed = true;
        _session.Watch.Start(_timeout, _session.Grace);
        try
        {
            await ReadToEndAsync<TIo>().ConfigureAwait(false);
            affected = _rows.RecordsAffected;
        }
        catch (Exception exception)
        {
            // What is left of a query is not missed, stopped or lost as it may be; what is left of a list may be a write, and an
            // error may have ended the transaction.
            Failure failure = Note(exception, _session.Watch.Stop());
            bool isMissed = _effects.Kind is not StatementKind.Read
                || (failure.Evidence is Evidence.Answered && exception is not MySqlException { ErrorCode: MySqlErrorCode.QueryInterrupted });
            if (isMissed)
                ExceptionDispatchInfo.Throw(Tell(failure, default));
        }
        finally
        {
            RecordsAffected = affected;
            await EndStepAsync<TIo>(default).ConfigureAwait(false);
            if (_leavesRowLimit && _session.IsAlive)
                await LiftRowLimitAsync<TIo>().ConfigureAwait(false);

            _session.Statements.End(Statement, _session.Pool.Time);
            _session.Gate.Move(GateEvent.ReaderCloses);
        }
    }

    /// <summary>Ends the result sets, where their rest matters, and the driver's reader.</summary>
    private async ValueTask ReadToEndAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        bool mindsTheRest = _session.MindsTheRestOf(_effects);
        try
        {
            while (mindsTheRest && await TIo.NextResultAsync(_rows).ConfigureAwait(false))
            {
            }
        }
        finally
        {
            await TIo.CloseReaderAsync(_rows).ConfigureAwait(false);
        }
    }

    private async ValueTask LiftRowLimitAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        _session.Watch.Start(_timeout);
        await RowLimit.LiftAsync<TIo>(_session).ConfigureAwait(false);
        _session.Watch.Stop();
    }

    /// <summary>Whether the caller has had the only row he asked for; what is left is not shown.</summary>
    private bool IsSpent => _isSingleRow && _hasReadRow && !IsClosed;

    private bool Step(Func<MySqlDataReader, bool> step)
    {
        MySqlDataReader rows = Rows;
        _session.Watch.Start(_timeout, _session.Grace);
        Failure failure;
        try
        {
            bool found = step(rows);
            _session.Watch.Stop();
            return found;
        }
        catch (Exception exception)
        {
            failure = Note(exception, _session.Watch.Stop());
        }

        ExceptionDispatchInfo.Throw(Tell(failure, default));
        return false;
    }

    private async Task<bool> StepAsync(Task<bool> step, CancellationToken cancellationToken)
    {
        _session.Watch.Start(_timeout, _session.Grace);
        _session.Watch.Runs(Statement!);
        CancellationTokenRegistration cancellation =
            cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Cancel(), _session.Watch);
        Failure failure;
        try
        {
            bool found = await step.ConfigureAwait(false);
            await EndStepAsync<AsyncIo>(cancellation).ConfigureAwait(false);
            return found;
        }
        catch (Exception exception)
        {
            WatchEnd end = await EndStepAsync<AsyncIo>(cancellation).ConfigureAwait(false);
            failure = Note(exception, end);
        }

        ExceptionDispatchInfo.Throw(Tell(failure, cancellationToken));
        return false;
    }

    /// <summary>
    /// The caller has cancelled: reads on until the server stops, as the driver does. Otherwise whoever closes the reader would have
    /// to read everything that the server goes on sending.
    /// </summary>
    private static async Task<bool> DrainAsync(MySqlDataReader rows, CancellationToken cancellationToken)
    {
        await Task.Yield(); // the server is asked to stop first
        while (await rows.ReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
        }

        throw new OperationCanceledException(cancellationToken);
    }

    private async ValueTask<WatchEnd> EndStepAsync<TIo>(CancellationTokenRegistration cancellation)
        where TIo : struct, IDriverIo
    {
        await cancellation.DisposeAsync().ConfigureAwait(false);
        WatchEnd end = _session.Watch.Stop();
        if (end is not WatchEnd.InTime)
            await Interruption.SettleAsync<TIo>(_session, default, end, GateEvent.CallEndsReading).ConfigureAwait(false);

        GC.KeepAlive(connection);
        return end;
    }

    private Failure Note(Exception exception, WatchEnd end)
    {
        Failure failure = FailureClassifier.Classify(exception, _session.LinkState, _session.Dialect);
        if (end is not WatchEnd.InTime)
            failure = failure with { End = end };

        _wasInTransaction |= _session.Situation is Situation.InTransaction;
        _leavesRowLimit |= _isSchemaOnly;
        if (failure.EndsSession)
            _session.MarkLost();
        else if (exception is MySqlException answer)
            _session.Heed(answer);

        return failure;
    }

    /// <summary>What the caller is told of a failure: the driver's own exception where the server answered.</summary>
    private Exception Tell(Failure failure, CancellationToken cancellationToken)
    {
        Refusal.NoteDoubt(failure);
        Exception? loss = failure.Evidence is Evidence.Answered ? null : Refuse(failure.Exception);
        bool wasInterrupted = failure.End is not WatchEnd.InTime;
        return (wasInterrupted ? Interruption.Explain(failure, loss, cancellationToken) : null) ?? loss ?? failure.Exception!;
    }

    private ResilientMySqlException Refuse(Exception? innerException)
    {
        Loss loss = _wasInTransaction
            ? LossMessages.TransactionLost(_session.Pool.Settings.Server, _session.Transaction.IsUncertain)
            : LossMessages.ResultSetLost(_session.Pool.Settings.Server);
        var budget = new CallBudget(_session.Pool.Time, _start, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Refusal.Refuse(_session, loss, innerException, budget);
    }
}
