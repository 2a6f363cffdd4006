using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Calls;
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
public sealed class ResilientMySqlCommand : DbCommand
{
    private ResilientMySqlConnection? _connection;
    private int? _commandTimeout;
    private bool _isPrepared;
    private StatementEffects? _effects;
    private ServerDialects _dialect;

    /// <summary>A command without text or connection.</summary>
    public ResilientMySqlCommand()
        : this(null, null, null)
    {
    }

    /// <summary>A command with a text, to be given a connection.</summary>
    public ResilientMySqlCommand(string? commandText)
        : this(commandText, null, null)
    {
    }

    /// <summary>A command on a connection, and in a transaction if there is one.</summary>
    public ResilientMySqlCommand(string? commandText, ResilientMySqlConnection? connection, ResilientMySqlTransaction? transaction = null)
    {
        Inner = new MySqlCommand(commandText ?? "");
        _connection = connection;
        Transaction = transaction;
    }

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => Inner.CommandText;
        set
        {
            Inner.CommandText = value;
            _effects = null;
            _isPrepared = false;
        }
    }

    /// <summary>How long the command may take, recovery of a lost session included, in seconds; 0 for no limit.</summary>
    public override int CommandTimeout
    {
        get => _commandTimeout ?? _connection?.DefaultCommandTimeout ?? 30;
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
        set => _connection = value;
    }

    /// <summary>The transaction that the command runs in.</summary>
    public new ResilientMySqlTransaction? Transaction { get; set; }

    /// <summary>The driver's own parameters.</summary>
    public new MySqlParameterCollection Parameters => Inner.Parameters;

    /// <summary>The AUTO_INCREMENT value of the last row inserted by this command.</summary>
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

    internal MySqlCommand Inner { get; }

    /// <summary>What the command does on a server of that dialect.</summary>
    internal StatementEffects EffectsOn(ServerDialects dialect)
    {
        if (_effects is { } known && _dialect == dialect)
            return known;

        StatementEffects effects = CommandType is CommandType.Text ? StatementCache.Classify(CommandText, dialect) : StatementEffects.Opaque;
        (_effects, _dialect) = (effects, dialect);
        return effects;
    }

    internal TimeSpan Timeout => CommandTimeout == 0 ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(CommandTimeout);

    /// <inheritdoc/>
    public override int ExecuteNonQuery() =>
        CallPipeline.RunAsync<SyncIo, NonQueryCall, int>(OpenSession(), new(this), default).Unwrap();

    /// <inheritdoc/>
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        CallPipeline.RunAsync<AsyncIo, NonQueryCall, int>(OpenSession(), new(this), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override object? ExecuteScalar() =>
        CallPipeline.RunAsync<SyncIo, ScalarCall, object?>(OpenSession(), new(this), default).Unwrap();

    /// <inheritdoc/>
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        CallPipeline.RunAsync<AsyncIo, ScalarCall, object?>(OpenSession(), new(this), cancellationToken).AsTask();

    /// <inheritdoc cref="DbCommand.ExecuteReader()"/>
    public new ResilientMySqlDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

    /// <inheritdoc cref="DbCommand.ExecuteReader(CommandBehavior)"/>
    public new ResilientMySqlDataReader ExecuteReader(CommandBehavior behavior) => ReadAsync<SyncIo>(behavior, default).Unwrap();

    /// <inheritdoc cref="DbCommand.ExecuteReaderAsync(CancellationToken)"/>
    public new Task<ResilientMySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        ExecuteReaderAsync(CommandBehavior.Default, cancellationToken);

    /// <inheritdoc cref="DbCommand.ExecuteReaderAsync(CommandBehavior, CancellationToken)"/>
    public new Task<ResilientMySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) =>
        ReadAsync<AsyncIo>(behavior, cancellationToken).AsTask();

    /// <summary>Prepares the statement on the server now, and again on each new session that the command meets.</summary>
    public override void Prepare()
    {
        CallPipeline.RunAsync<SyncIo, PrepareCall, bool>(OpenSession(), new(this), default).Unwrap();
        _isPrepared = true;
    }

    /// <inheritdoc cref="Prepare"/>
    public override async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        await CallPipeline.RunAsync<AsyncIo, PrepareCall, bool>(OpenSession(), new(this), cancellationToken).ConfigureAwait(false);
        _isPrepared = true;
    }

    /// <summary>Asks the server to stop the statement, from another connection.</summary>
    public override void Cancel() => Inner.Cancel();

    /// <inheritdoc cref="DbCommand.CreateParameter"/>
    public new MySqlParameter CreateParameter() => Inner.CreateParameter();

    /// <summary>Points the driver's command at the session's physical connection, prepared if it is to be.</summary>
    internal ValueTask AttachAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        if (!ReferenceEquals(Inner.Connection, session.Driver))
            Inner.Connection = session.Driver;

        Inner.Transaction = Transaction?.Inner;
        int seconds = SecondsLeft(budget);
        if (Inner.CommandTimeout != seconds)
            Inner.CommandTimeout = seconds;

        return _isPrepared && !Inner.IsPrepared ? TIo.PrepareAsync(Inner) : default;
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
        if (disposing)
            Inner.Dispose();

        base.Dispose(disposing);
    }

    private async ValueTask<ResilientMySqlDataReader> ReadAsync<TIo>(CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Session session = OpenSession();
        ResilientMySqlConnection connection = _connection!;

        // Closing the connection is ours. For a single row the driver would limit the whole session, and leave it so after an error.
        var call = new ReaderCall(this, behavior & ~(CommandBehavior.CloseConnection | CommandBehavior.SingleRow));
        MySqlDataReader inner = await CallPipeline.RunAsync<TIo, ReaderCall, MySqlDataReader>(session, call, cancellationToken).ConfigureAwait(false);
        var reader = new ResilientMySqlDataReader(inner, session, this, connection, (behavior & CommandBehavior.CloseConnection) != 0);
        connection.Reader = reader;
        return reader;
    }

    private Session OpenSession() =>
        _connection is { } connection
            ? connection.OpenSession()
            : throw new InvalidOperationException("The command has no connection: set its Connection property.");

    private int SecondsLeft(CallBudget? budget)
    {
        if (budget is null || CommandTimeout == 0)
            return CommandTimeout;

        return (int)Math.Max(1, Math.Ceiling(budget.CallLeft.TotalSeconds));
    }
}
