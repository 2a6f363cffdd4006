using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
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

namespace ResilientMySql;

/// <summary>Reads the rows of a statement.</summary>
/// <remarks>
/// A result set is never restarted silently: when the session dies while it is read, <see cref="Read"/> throws a
/// <see cref="ResilientMySqlException"/>, and the rows read so far are right. A reader ends with its connection's lease.
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Named as every ADO.NET reader is.")]
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The base class decides.")]
public sealed class ResilientMySqlDataReader : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly MySqlDataReader _inner;
    private readonly Session _session;
    private readonly ResilientMySqlConnection _connection;
    private readonly MySqlCommand _command;
    private readonly StatementEffects _effects;
    private readonly bool _closesConnection;
    private readonly TimeSpan _timeout;
    private readonly long _start;
    private bool _wasInTransaction;
    private bool _isClosed;
    private int _recordsAffected = -1;

    internal ResilientMySqlDataReader(
        MySqlDataReader inner, Session session, ResilientMySqlCommand command, ResilientMySqlConnection connection, bool closesConnection)
    {
        _inner = inner;
        _session = session;
        _connection = connection;
        _command = command.Inner;
        _effects = command.EffectsOn(session.Dialect);
        _timeout = command.Timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : command.Timeout;
        _closesConnection = closesConnection;
        _start = session.Pool.Time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override int Depth => Open.Depth;

    /// <inheritdoc/>
    public override int FieldCount => Open.FieldCount;

    /// <inheritdoc/>
    public override int VisibleFieldCount => Open.VisibleFieldCount;

    /// <inheritdoc/>
    public override bool HasRows => Open.HasRows;

    /// <inheritdoc/>
    public override bool IsClosed => _isClosed;

    /// <inheritdoc/>
    public override int RecordsAffected => _isClosed ? _recordsAffected : _inner.RecordsAffected;

    /// <summary>
    /// The driver's reader. It serves one reader after another on its connection, so that a closed one must never reach it.
    /// </summary>
    private MySqlDataReader Open => _isClosed ? throw new InvalidOperationException("The reader is closed.") : _inner;

    /// <inheritdoc/>
    public override object this[int ordinal] => Open[ordinal];

    /// <inheritdoc/>
    public override object this[string name] => Open[name];

    /// <inheritdoc/>
    public override bool Read() => Step(static reader => reader.Read());

    /// <inheritdoc/>
    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);

        // A row that has arrived already needs no frame of ours.
        Task<bool> read = Open.ReadAsync(CancellationToken.None);
        return read.IsCompletedSuccessfully ? read : StepAsync(read, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool NextResult() => Step(static reader => reader.NextResult());

    /// <inheritdoc/>
    public override Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);

        Task<bool> next = Open.NextResultAsync(CancellationToken.None);
        return next.IsCompletedSuccessfully ? next : StepAsync(next, cancellationToken);
    }

    /// <summary>Reads what is left, so that the connection can go on.</summary>
    public override void Close() => CloseAsync<SyncIo>().Unwrap();

    /// <inheritdoc cref="Close"/>
    public override Task CloseAsync() => CloseAsync<AsyncIo>().AsTask();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await CloseAsync<AsyncIo>().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => Open.GetBoolean(ordinal);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => Open.GetByte(ordinal);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Open.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => Open.GetChar(ordinal);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Open.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => Open.GetDataTypeName(ordinal);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => Open.GetDateTime(ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => Open.GetDecimal(ordinal);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => Open.GetDouble(ordinal);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = "The driver returns types of the base library only.")]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => Open.GetFieldType(ordinal);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => Open.GetFloat(ordinal);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => Open.GetGuid(ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => Open.GetInt16(ordinal);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => Open.GetInt32(ordinal);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => Open.GetInt64(ordinal);

    /// <inheritdoc/>
    public override string GetName(int ordinal) => Open.GetName(ordinal);

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => Open.GetOrdinal(name);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => Open.GetString(ordinal);

    /// <inheritdoc/>
    public override Stream GetStream(int ordinal) => Open.GetStream(ordinal);

    /// <inheritdoc/>
    public override TextReader GetTextReader(int ordinal) => Open.GetTextReader(ordinal);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => Open.GetValue(ordinal);

    /// <inheritdoc/>
    public override int GetValues(object[] values) => Open.GetValues(values);

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal) => Open.GetFieldValue<T>(ordinal);

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => Open.IsDBNull(ordinal);

    /// <inheritdoc/>
    public override DataTable? GetSchemaTable() => Open.GetSchemaTable();

    /// <inheritdoc/>
    public ReadOnlyCollection<DbColumn> GetColumnSchema() => Open.GetColumnSchema();

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    internal async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        if (_isClosed)
            return;

        _isClosed = true;
        _connection.Reader = null;
        _session.Watch.Start(_timeout);
        try
        {
            await TIo.CloseReaderAsync(_inner).ConfigureAwait(false);
            _recordsAffected = _inner.RecordsAffected;
        }
        catch (Exception exception)
        {
            // What is left of a query is not missed; what is left of a list of statements may be a write.
            Failure failure = Note(exception, _session.Watch.Stop());
            if (failure.Evidence is Evidence.Answered || _effects.Kind is not StatementKind.Read)
                ExceptionDispatchInfo.Throw(Tell(failure, default));
        }
        finally
        {
            await EndStepAsync(default).ConfigureAwait(false);
            _session.Gate.Move(GateEvent.ReaderCloses);
            if (_closesConnection)
                await _connection.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();

        base.Dispose(disposing);
    }

    private bool Step(Func<MySqlDataReader, bool> step)
    {
        MySqlDataReader reader = Open;
        _session.Watch.Start(_timeout);
        Failure failure;
        try
        {
            bool found = step(reader);
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
        _session.Watch.Start(_timeout);
        _session.Watch.Runs(_command);
        CancellationTokenRegistration cancellation =
            cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Cancel(), _session.Watch);
        Failure failure;
        try
        {
            bool found = await step.ConfigureAwait(false);
            await EndStepAsync(cancellation).ConfigureAwait(false);
            return found;
        }
        catch (Exception exception)
        {
            WatchEnd end = await EndStepAsync(cancellation).ConfigureAwait(false);
            failure = Note(exception, end);
        }

        ExceptionDispatchInfo.Throw(Tell(failure, cancellationToken));
        return false;
    }

    private async ValueTask<WatchEnd> EndStepAsync(CancellationTokenRegistration cancellation)
    {
        await cancellation.DisposeAsync().ConfigureAwait(false);
        WatchEnd end = _session.Watch.Stop();
        if (end is not WatchEnd.InTime)
            await Interruption.SettleAsync(_session, default, end).ConfigureAwait(false);

        return end;
    }

    private Failure Note(Exception exception, WatchEnd end)
    {
        Failure failure = FailureClassifier.Classify(exception, _session.LinkState, _session.Dialect);
        if (end is not WatchEnd.InTime)
            failure = failure with { End = end };

        _wasInTransaction |= _session.Situation is Situation.InTransaction;
        if (failure.EndsSession)
            _session.MarkLost();
        else if (exception is MySqlException answer)
            _session.Heed(ServerErrors.MeaningOf(answer.ErrorCode));

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
