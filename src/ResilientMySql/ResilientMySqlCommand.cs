using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql;

/// <summary>A statement to run on a <see cref="ResilientMySqlConnection"/>.</summary>
/// <remarks>
/// <para>Where the session is found dead before the statement is sent, it is replaced first. Where it dies afterwards, only
/// statements that read, or touch nothing but the session, run again; for anything else a
/// <see cref="ResilientMySqlException"/> says that the outcome is unknown.</para>
/// <para>Instances are not thread-safe.</para>
/// </remarks>
public sealed class ResilientMySqlCommand : DbCommand, ICloneable
{
    // In seconds; timers count milliseconds in 32 bits.
    private const int LongestTimeout = int.MaxValue / 1000;

    private ResilientMySqlConnection? _connection;
    private string _commandText;
    private int? _commandTimeout;
    private bool _isDisposed;
    private StatementEffects? _effects;
    private ServerDialects _dialect;

    /// <summary>A command to be given a text and a connection.</summary>
    public ResilientMySqlCommand()
        : this((string?)null, null, null)
    {
    }

    /// <summary>A command to be given a connection.</summary>
    public ResilientMySqlCommand(string? commandText)
        : this(commandText, null, null)
    {
    }

    /// <summary>A command on a connection, and in a transaction if there is one, to be given a text.</summary>
    public ResilientMySqlCommand(ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction)
        : this((string?)null, connection, transaction)
    {
    }

    /// <summary>A command on a connection.</summary>
    public ResilientMySqlCommand(string? commandText, ResilientMySqlConnection? connection)
        : this(commandText, connection, null)
    {
    }

    /// <summary>A command on a connection, and in a transaction if there is one.</summary>
    public ResilientMySqlCommand(string? commandText, ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction)
        : this(new MySqlCommand(commandText ?? ""), connection, transaction)
    {
    }

    private ResilientMySqlCommand(MySqlCommand inner, ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction)
    {
        GC.SuppressFinalize(this);
        Inner = inner;
        _commandText = inner.CommandText;
        _connection = connection;
        Transaction = transaction;
    }

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => _commandText;
        set
        {
            ThrowIfReading(nameof(CommandText));
            Inner.CommandText = _commandText = value ?? "";
            _effects = null;
            IsToBePrepared = false;
            Prepared = null;
        }
    }

    /// <summary>How long the command may take, recovery of a lost session included, in seconds; 0 for no limit.</summary>
    public override int CommandTimeout
    {
        get => Math.Min(_commandTimeout ?? _connection?.DefaultCommandTimeout ?? 0, LongestTimeout);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _commandTimeout = value;
        }
    }

    /// <summary><see cref="CommandType.Text"/> or <see cref="CommandType.StoredProcedure"/>.</summary>
    public override CommandType CommandType
    {
        get => Inner.CommandType;
        set
        {
            Inner.CommandType = value;
            _effects = null;
        }
    }

    /// <summary>The connection that the command runs on.</summary>
    public new ResilientMySqlConnection? Connection
    {
        get => _connection;
        set
        {
            ThrowIfReading(nameof(Connection));
            _connection = value;
        }
    }

    /// <summary>The transaction that the command runs in.</summary>
    public new ResilientMySqlTransaction? Transaction { get; set; }

    /// <summary>The driver's own parameters.</summary>
    public new MySqlParameterCollection Parameters => Inner.Parameters;

    /// <summary>Attributes that are sent along with the statement; MySQL only.</summary>
    public MySqlAttributeCollection Attributes => Inner.Attributes;

    /// <summary>
    /// Whether the statement is prepared on the connection's session, and was asked to be since the connection was opened, by this
    /// command or another of the same text.
    /// </summary>
    public bool IsPrepared => _connection?.LiveSession is { } session && CommandPreparation.IsPrepared(session, this);

    /// <summary>The AUTO_INCREMENT value of the first row that the last statement of this command inserted.</summary>
    public long LastInsertedId => Inner.LastInsertedId;

    /// <inheritdoc/>
    public override bool DesignTimeVisible
    {
        get => Inner.DesignTimeVisible;
        set => Inner.DesignTimeVisible = value;
    }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource
    {
        get => Inner.UpdatedRowSource;
        set => Inner.UpdatedRowSource = value;
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
    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    /// <summary>The driver's command. Its text is the one that it is prepared under, where it is; nobody else is to see that.</summary>
    internal MySqlCommand Inner { get; }

    /// <summary>Whether it is to be prepared on each session that it meets.</summary>
    internal bool IsToBePrepared { get; private set; }

    /// <summary>What it last ran as on a session that had it prepared, or was prepared as.</summary>
    internal PreparedStatement? Prepared { get; set; }

    /// <summary>What the command does on a server of that dialect.</summary>
    internal StatementEffects EffectsOn(ServerDialects dialect)
    {
        if (_effects is { } known && _dialect == dialect)
            return known;

        StatementEffects effects = CommandType is CommandType.Text ? StatementCache.Classify(CommandText, dialect) : StatementEffects.Opaque;
        (_effects, _dialect) = (effects, dialect);
        return effects;
    }

    internal TimeSpan Timeout => TimeLimits.OfSeconds(CommandTimeout);

    /// <inheritdoc/>
    public override int ExecuteNonQuery() =>
        CallPipeline.RunAsync<SyncIo, NonQueryCall<CommandStatement>, int>(OpenSession(), new(new(this, CommandUse.Run)), default).Unwrap();

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        CallPipeline.RunAsync<AsyncIo, NonQueryCall<CommandStatement>, int>(OpenSession(), new(new(this, CommandUse.Run)), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override object? ExecuteScalar() =>
        CallPipeline.RunAsync<SyncIo, ScalarCall<CommandStatement>, object?>(OpenSession(), new(new(this, CommandUse.Run)), default).Unwrap();

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        CallPipeline.RunAsync<AsyncIo, ScalarCall<CommandStatement>, object?>(OpenSession(), new(new(this, CommandUse.Run)), cancellationToken).AsTask();

    /// <inheritdoc cref="DbCommand.ExecuteReader()"/>
    public new ResilientMySqlDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

    /// <inheritdoc cref="DbCommand.ExecuteReader(CommandBehavior)"/>
    public new ResilientMySqlDataReader ExecuteReader(CommandBehavior commandBehavior) => ReadAsync<SyncIo>(commandBehavior, default).Unwrap();

    /// <inheritdoc cref="DbCommand.ExecuteReaderAsync(CancellationToken)"/>
    public new Task<ResilientMySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        ExecuteReaderAsync(CommandBehavior.Default, cancellationToken);

    /// <inheritdoc cref="DbCommand.ExecuteReaderAsync(CommandBehavior, CancellationToken)"/>
    public new Task<ResilientMySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) =>
        ReadAsync<AsyncIo>(behavior, cancellationToken).AsTask();

    /// <summary>
    /// Prepares the statement on the server now, and again on each new session that the command meets. A text of several statements
    /// stays a text: the driver sends prepared ones one by one, and goes on with the next when one has failed.
    /// </summary>
    public override void Prepare() =>
        IsToBePrepared = CallPipeline.RunAsync<SyncIo, PrepareCall<CommandStatement>, bool>(
            OpenSession(), new(new(this, CommandUse.Prepare)), default).Unwrap();

    /// <inheritdoc cref="Prepare"/>
    public override async Task PrepareAsync(CancellationToken cancellationToken = default) =>
        IsToBePrepared = await CallPipeline.RunAsync<AsyncIo, PrepareCall<CommandStatement>, bool>(
            OpenSession(), new(new(this, CommandUse.Prepare)), cancellationToken).ConfigureAwait(false);

    /// <summary>Asks the server to stop the statement, from another connection.</summary>
    public override void Cancel() => Inner.Cancel();

    /// <inheritdoc cref="DbCommand.CreateParameter"/>
    public new MySqlParameter CreateParameter() => Inner.CreateParameter();

    /// <summary>A copy with the same text, parameters, attributes, connection and transaction; not prepared.</summary>
    public ResilientMySqlCommand Clone() =>
        new(Inner.Clone(), _connection, Transaction) { CommandText = _commandText, _commandTimeout = _commandTimeout };

    /// <inheritdoc/>
    object ICloneable.Clone() => Clone();

    /// <summary>Points the driver's command at the session's physical connection.</summary>
    internal void Attach(Session session, CallBudget? budget)
    {
        if (!ReferenceEquals(Inner.Connection, session.Driver))
            Inner.Connection = session.Driver;

        Inner.Transaction = Transaction?.Inner;
        int seconds = budget?.SecondsLeft(CommandTimeout) ?? CommandTimeout;
        if (Inner.CommandTimeout != seconds)
            Inner.CommandTimeout = seconds;
    }

    /// <summary>The text that the driver is to see: the command's own, or the one that it is prepared under.</summary>
    internal void RunAs(string text)
    {
        if (!ReferenceEquals(Inner.CommandText, text))
            Inner.CommandText = text;
    }

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => Inner.CreateParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await ReadAsync<AsyncIo>(behavior, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing)
            Inner.Dispose();

        base.Dispose(disposing);
    }

    private ValueTask<ResilientMySqlDataReader> ReadAsync<TIo>(CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo =>
        ReaderOpener.OpenAsync<TIo, CommandStatement>(
            OpenConnection(), new(this, (behavior & CommandBehavior.SchemaOnly) == 0 ? CommandUse.Run : CommandUse.Describe), behavior, cancellationToken);

    private Session OpenSession() => OpenConnection().OpenSession();

    private ResilientMySqlConnection OpenConnection()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _connection ?? throw new InvalidOperationException("The command has no connection: set its Connection property.");
    }

    private void ThrowIfReading(string property)
    {
        if (_connection?.Reader is { } reader && ReferenceEquals(reader.Statement, Inner))
            throw new InvalidOperationException($"A data reader is open for this command: close it before setting {property}.");
    }
}
