using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Frames;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries.Streaming;

/// <summary>
/// Goes through the rows that come past the driver, each that has to be waited for inside its deadline. Used again and again by the
/// connection it belongs to.
/// </summary>
/// <param name="connection">Its own.</param>
internal sealed class WireCursor(ResilientMySqlConnection connection) : OpenRows(connection)
{
    private WireChannel _channel = null!;
    private WireStatement _statement = null!;

    // A step was too late, or cancelled, and had its row nevertheless: what fails after that fails because of it.
    private WatchEnd _stopped;

    // A row is being waited for, perhaps on another thread than the one that closes the connection.
    private volatile bool _isWaiting;

    /// <summary>A statement has been executed, and its rows are to be read.</summary>
    /// <param name="session">Where; its wire is claimed.</param>
    /// <param name="statement">As it was prepared.</param>
    /// <param name="effects">What it does.</param>
    /// <param name="timeout">How long each wait for a row may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    public void Start(Session session, WireStatement statement, StatementEffects effects, TimeSpan timeout)
    {
        _channel = session.Wire.Channel!;
        _statement = statement;
        _stopped = WatchEnd.InTime;
        _isWaiting = false;
        Begin(session, effects, timeout);
    }

    /// <inheritdoc cref="ColumnCheck.Hold(ColumnDefinition[], ReadOnlySpan{string}, string, bool)"/>
    public void Hold(ReadOnlySpan<string> members, string sql)
    {
        ColumnCheck.Hold(_channel.Columns, members, sql, isNew: !_statement.HasWorkedWith(_channel.Columns));
        _statement.NoteWorkedWith(_channel.Columns);
    }

    /// <summary>Goes to the next row; false behind the last. A row that has been received already is not watched over.</summary>
    public ValueTask<bool> ReadAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (IsClosed)
            throw new InvalidOperationException("The rows are closed.");

        Exception? failure = null;
        try
        {
            if (!cancellationToken.IsCancellationRequested && _channel.TryRead(out bool hasRow))
                return new(hasRow);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return WaitAsync<TIo>(failure, cancellationToken);
    }

    /// <summary>What the query makes of the current row.</summary>
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    public TResult Get<TQuery, TResult>()
        where TQuery : struct, IQuery<TResult>
        where TResult : allows ref struct
    {
        if (IsClosed)
            throw new InvalidOperationException("The rows are closed.");

        var row = new WireRow(_channel.Row);
        try
        {
            return TQuery.Read(ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TQuery.Members);
        }
    }

    /// <summary>Reads what is left, so that the session can go on. For an open cursor only.</summary>
    [AsyncMethodBuilder(typeof(FrameBuilder))]
    public async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        IsClosed = true;
        Watch();
        if (_isWaiting)
            CutOff();

        try
        {
            await EndAnswerAsync<TIo>().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure failure = NoteStep(exception, Session.Watch.Stop());
            if (IsMissed(failure))
                ExceptionDispatchInfo.Throw(Tell(failure, default));
        }
        finally
        {
            await EndStepAsync<TIo>(default).ConfigureAwait(false);
            Session.Gate.Move(GateEvent.ReaderCloses);
        }
    }

    /// <summary>Somebody else is still reading from the link; two that do would each have half of it.</summary>
    private void CutOff()
    {
        Session.Watch.Abandon();
        _channel.GiveUp(new IOException("The connection was closed while a row was waited for."));
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private async ValueTask EndAnswerAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        try
        {
            await WirePath.FinishAsync<TIo>(_channel, Session.MindsTheRestOf(Effects)).ConfigureAwait(false);
            Session.Notes.Hear(_channel.Status);
        }
        catch (Exception exception) when (WirePath.IsLinkFailure(exception))
        {
            _channel.GiveUp(exception);
            throw;
        }
        finally
        {
            _channel.Release();
        }
    }

    /// <param name="failure">What became of the row that had been received, if that is no row; else null.</param>
    /// <param name="cancellationToken">Of an asynchronous caller.</param>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<bool> WaitAsync<TIo>(Exception? failure, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        _isWaiting = true;
        Watch();
        CancellationTokenRegistration cancellation =
            cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Cancel(), Session.Watch);
        Failure noted;
        try
        {
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);

            if (cancellationToken.IsCancellationRequested)
                await DrainAsync<TIo>(cancellationToken).ConfigureAwait(false);

            bool hasRow = await _channel.ReadAsync<TIo>().ConfigureAwait(false);
            WatchEnd end = await EndStepAsync<TIo>(cancellation).ConfigureAwait(false);
            if (end is not WatchEnd.InTime)
                _stopped = end;

            return hasRow;
        }
        catch (Exception exception)
        {
            WatchEnd end = await EndStepAsync<TIo>(cancellation).ConfigureAwait(false);
            noted = NoteStep(exception, end);
        }
        finally
        {
            _isWaiting = false;
        }

        ExceptionDispatchInfo.Throw(Tell(noted, cancellationToken));
        return false;
    }

    /// <summary>
    /// The caller has cancelled: reads on until the server stops. Otherwise whoever closes the rows would have to read everything that
    /// the server goes on sending.
    /// </summary>
    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private async ValueTask DrainAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        await _channel.SkipAsync<TIo>().ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>A step begins; the server is asked to stop when its time is up, by us, for the driver knows nothing of it.</summary>
    private void Watch()
    {
        StartStep();
        Session.Watch.RunsUntimed(_channel.Marker);
    }

    private Failure NoteStep(Exception exception, WatchEnd end)
    {
        if (WirePath.IsLinkFailure(exception))
            _channel.GiveUp(exception);

        return Note(exception, end is WatchEnd.InTime ? _stopped : end);
    }
}
