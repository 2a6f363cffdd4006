using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql;

/// <summary>Several statements that are sent to the server together, in one round trip.</summary>
/// <remarks>
/// <para>A batch that only reads is repeated when its session dies under it. Any other is sent once: when its answer is lost, a
/// <see cref="ResilientMySqlException"/> says that the outcome is unknown, as any number of its statements may have run. Put it
/// into a transaction to have all of them or none.</para>
/// <para>The commands are the driver's own. Instances are not thread-safe.</para>
/// </remarks>
public sealed class ResilientMySqlBatch : DbBatch
{
    private bool _isPrepared;
    private bool _isDisposed;

    /// <summary>A batch to be given a connection and commands.</summary>
    public ResilientMySqlBatch()
        : this(null)
    {
    }

    /// <summary>A batch on a connection, and in a transaction if there is one, to be given commands.</summary>
    public ResilientMySqlBatch(ResilientMySqlConnection? connection = null, ResilientMySqlTransaction? transaction = null)
    {
        Connection = connection;
        Transaction = transaction;
    }

    /// <summary>The connection that the batch runs on.</summary>
    public new ResilientMySqlConnection? Connection { get; set; }

    /// <summary>The transaction that the batch runs in.</summary>
    public new ResilientMySqlTransaction? Transaction { get; set; }

    /// <summary>The commands, in the order in which they run.</summary>
    public new MySqlBatchCommandCollection BatchCommands => Inner.BatchCommands;

    /// <summary>How long the batch may take, recovery of a lost session included, in seconds; 0, the default, for no limit.</summary>
    public override int Timeout
    {
        get => Inner.Timeout;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Inner.Timeout = value;
        }
    }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => Connection;
        set => Connection = (ResilientMySqlConnection?)value;
    }

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => Transaction;
        set => Transaction = (ResilientMySqlTransaction?)value;
    }

    /// <inheritdoc/>
    protected override DbBatchCommandCollection DbBatchCommands => Inner.BatchCommands;

    internal MySqlBatch Inner { get; } = new();

    /// <summary>Whether it may be several statements.</summary>
    internal bool IsList => BatchCommands.Count > 1 || (BatchCommands.Count == 1 && StatementList.MayBeSeveral(BatchCommands[0]?.CommandText));

    internal string Text => string.Join("; ", BatchCommands.Select(static command => command?.CommandText));

    /// <inheritdoc/>
    public override int ExecuteNonQuery() =>
        CallPipeline.RunAsync<SyncIo, NonQueryCall<BatchStatement>, int>(OpenSession(), new(new(this)), default).Unwrap();

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken = default) =>
        CallPipeline.RunAsync<AsyncIo, NonQueryCall<BatchStatement>, int>(OpenSession(), new(new(this)), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override object? ExecuteScalar() =>
        CallPipeline.RunAsync<SyncIo, ScalarCall<BatchStatement>, object?>(OpenSession(), new(new(this)), default).Unwrap();

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken = default) =>
        CallPipeline.RunAsync<AsyncIo, ScalarCall<BatchStatement>, object?>(OpenSession(), new(new(this)), cancellationToken).AsTask();

    /// <inheritdoc cref="DbBatch.ExecuteReader(CommandBehavior)"/>
    public new ResilientMySqlDataReader ExecuteReader(CommandBehavior commandBehavior = CommandBehavior.Default) =>
        ReadAsync<SyncIo>(commandBehavior, default).Unwrap();

    /// <inheritdoc cref="DbBatch.ExecuteReaderAsync(CancellationToken)"/>
    public new Task<ResilientMySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        ReadAsync<AsyncIo>(CommandBehavior.Default, cancellationToken).AsTask();

    /// <summary>
    /// Prepares a batch of one statement on the server now, and again on each new session that the batch meets. Several statements
    /// stay a text, which the server runs up to the first that fails: the driver sends prepared ones one by one, and goes on with
    /// the next when one has failed.
    /// </summary>
    public override void Prepare()
    {
        Session session = OpenSession();
        ThrowIfUnpreparable();
        _isPrepared = CallPipeline.RunAsync<SyncIo, PrepareCall<BatchStatement>, bool>(session, new(new(this)), default).Unwrap();
    }

    /// <inheritdoc cref="Prepare"/>
    public override async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        Session session = OpenSession();
        ThrowIfUnpreparable();
        _isPrepared = await CallPipeline.RunAsync<AsyncIo, PrepareCall<BatchStatement>, bool>(session, new(new(this)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the server to stop the batch, from another connection.</summary>
    public override void Cancel() => Inner.Cancel();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _isDisposed = true;
        Inner.Dispose();
        base.Dispose();
    }

    /// <summary>What the batch does on a server of that dialect.</summary>
    internal StatementEffects EffectsOn(ServerDialects dialect)
    {
        StatementEffects? effects = null;
        foreach (MySqlBatchCommand? command in BatchCommands)
        {
            if (command is null)
                continue; // the driver refuses it before it sends anything

            StatementEffects next = command.CommandType is CommandType.Text ? StatementCache.Classify(command.CommandText, dialect) : StatementEffects.Opaque;
            effects = effects?.Then(next) ?? next;
        }

        return effects ?? new(StatementKind.Empty);
    }

    /// <summary>Points the driver's batch at the session's physical connection, prepared if it is to be.</summary>
    internal ValueTask AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        bool isNew = !ReferenceEquals(Inner.Connection, session.Driver);
        Inner.Connection = session.Driver;
        Inner.Transaction = Transaction?.Inner;
        if (BatchCommands.Count > 1 && session.Traces.HasPrepared)
            ThrowIfPreparedOneByOne(session.Driver);

        if (!isNew || !_isPrepared || IsList)
            return default;

        session.Traces.NotePrepared();
        return TIo.PrepareAsync(Inner);
    }

    /// <inheritdoc/>
    protected override DbBatchCommand CreateDbBatchCommand() => new MySqlBatchCommand();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await ReadAsync<AsyncIo>(behavior, cancellationToken).ConfigureAwait(false);

    private ValueTask<ResilientMySqlDataReader> ReadAsync<TIo>(CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo =>
        ReaderOpener.OpenAsync<TIo, BatchStatement>(OpenConnection(), new(this), behavior, cancellationToken);

    /// <summary>What the driver would refuse, though it is not asked for lists.</summary>
    private void ThrowIfUnpreparable()
    {
        foreach (MySqlBatchCommand? command in BatchCommands)
        {
            if (string.IsNullOrWhiteSpace(command?.CommandText))
                throw new InvalidOperationException("A command of this batch is null, or has no text.");

            if (command.CommandType is not CommandType.Text)
                throw new NotSupportedException("A batch with stored procedures cannot be prepared: use CommandType.Text.");
        }
    }

    /// <summary>The driver would find the statements by their texts, and send them one by one.</summary>
    private void ThrowIfPreparedOneByOne(MySqlConnection driver)
    {
        foreach (MySqlBatchCommand? command in BatchCommands)
        {
            using var same = new MySqlCommand(command?.CommandText, driver);
            if (!same.IsPrepared)
                return;
        }

        throw new InvalidOperationException("Commands with the texts of all statements of this batch have been prepared on this connection, so that the driver would go on with the next when one has failed. Do not prepare them, or use another connection.");
    }

    private Session OpenSession() => OpenConnection().OpenSession();

    private ResilientMySqlConnection OpenConnection()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Connection ?? throw new InvalidOperationException("The batch has no connection: set its Connection property.");
    }
}
