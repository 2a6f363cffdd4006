using System.Data;
using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// Goes through the open result sets of a statement, row by row, each step inside its deadline; says what a failure on the way
/// means. Used again and again by the reader it belongs to.
/// </summary>
/// <param name="connection">Its reader's.</param>
internal sealed class ResultCursor(ResilientMySqlConnection connection) : OpenRows(connection)
{
    private MySqlDataReader _rows = null!;
    private bool _isSingleRow;
    private bool _isSchemaOnly;
    private bool _leavesRowLimit;
    private bool _hasReadRow;

    /// <summary>The driver's reader. It serves one result after another on its connection, so that a closed cursor must not touch it.</summary>
    public MySqlDataReader Rows => IsClosed ? throw new InvalidOperationException("The reader is closed.") : _rows;

    /// <summary>The driver's command or batch.</summary>
    public object? Statement { get; private set; }

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
        Statement = statement.Running;
        _isSingleRow = (behavior & CommandBehavior.SingleRow) != 0;
        _isSchemaOnly = (behavior & CommandBehavior.SchemaOnly) != 0;
        _hasReadRow = _leavesRowLimit = false;
        Begin(session, statement.EffectsOn(session.Dialect), statement.Timeout);
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
        StartStep();
        try
        {
            await ReadToEndAsync<TIo>().ConfigureAwait(false);
            affected = _rows.RecordsAffected;
        }
        catch (Exception exception)
        {
            Failure failure = NoteStep(exception, Session.Watch.Stop());
            if (IsMissed(failure))
                ExceptionDispatchInfo.Throw(Tell(failure, default));
        }
        finally
        {
            RecordsAffected = affected;
            await EndStepAsync<TIo>(default).ConfigureAwait(false);
            if (_leavesRowLimit && Session.IsAlive)
                await LiftRowLimitAsync<TIo>().ConfigureAwait(false);

            Session.Statements.End(Statement, Session.Pool.Time);
            Session.Gate.Move(GateEvent.ReaderCloses);
        }
    }

    /// <summary>Ends the result sets, where their rest matters, and the driver's reader.</summary>
    private async ValueTask ReadToEndAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        bool mindsTheRest = Session.MindsTheRestOf(Effects);
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
        Session.Watch.Start(StepTimeout);
        await RowLimit.LiftAsync<TIo>(Session).ConfigureAwait(false);
        Session.Watch.Stop();
    }

    /// <summary>Whether the caller has had the only row he asked for; what is left is not shown.</summary>
    private bool IsSpent => _isSingleRow && _hasReadRow && !IsClosed;

    private bool Step(Func<MySqlDataReader, bool> step)
    {
        MySqlDataReader rows = Rows;
        StartStep();
        Failure failure;
        try
        {
            bool found = step(rows);
            Session.Watch.Stop();
            return found;
        }
        catch (Exception exception)
        {
            failure = NoteStep(exception, Session.Watch.Stop());
        }

        ExceptionDispatchInfo.Throw(Tell(failure, default));
        return false;
    }

    private async Task<bool> StepAsync(Task<bool> step, CancellationToken cancellationToken)
    {
        StartStep();
        Session.Watch.Runs(Statement!);
        CancellationTokenRegistration cancellation =
            cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Cancel(), Session.Watch);
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
            failure = NoteStep(exception, end);
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

    private Failure NoteStep(Exception exception, WatchEnd end)
    {
        _leavesRowLimit |= _isSchemaOnly;
        return Note(exception, end);
    }
}
