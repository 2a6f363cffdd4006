using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql;

/// <summary>
/// A connection to MySQL or MariaDB that outlives its session: one that died while nobody looked is replaced before the next
/// statement is sent, with its schema and settings, and nothing runs twice.
/// </summary>
/// <remarks>
/// <para>Takes the place of <see cref="MySqlConnection"/>. Connections with the same connection string share one pool of
/// sessions; opening one costs no round trip while the pool has an idle session.</para>
/// <para>Inside a transaction nothing is repaired: a lost session surfaces as a <see cref="ResilientMySqlException"/>.</para>
/// <para>Instances are not thread-safe; use one connection a unit of work.</para>
/// </remarks>
public sealed class ResilientMySqlConnection : DbConnection
{
    private static readonly StateChangeEventArgs Connecting = new(ConnectionState.Closed, ConnectionState.Connecting);
    private static readonly StateChangeEventArgs Failed = new(ConnectionState.Connecting, ConnectionState.Closed);
    private static readonly StateChangeEventArgs Opened = new(ConnectionState.Connecting, ConnectionState.Open);
    private static readonly StateChangeEventArgs Closed = new(ConnectionState.Open, ConnectionState.Closed);

    private readonly bool _belongsToDataSource;
    private SessionPool? _pool;
    private string _connectionString;
    private Session? _session;
    private bool _hasBeenOpened;
    private bool _isOpening;
    private bool _isDisposed;

    /// <summary>A connection that is to be given its connection string.</summary>
    public ResilientMySqlConnection()
        : this("")
    {
    }

    /// <summary>A closed connection. Nothing is checked before it is opened or asked.</summary>
    /// <param name="connectionString">Keywords of MySqlConnector and of <see cref="ResilientMySqlConnectionStringBuilder"/>.</param>
    public ResilientMySqlConnection(string? connectionString)
    {
        _connectionString = connectionString ?? "";
    }

    internal ResilientMySqlConnection(SessionPool pool, string connectionString)
        : this(connectionString)
    {
        _pool = pool;
        _belongsToDataSource = true;
    }

    /// <summary>Raised before this connection's lost session is replaced; a handler may forbid it.</summary>
    /// <remarks>A handler must neither throw, which would fail the waiting statement, nor use the connection, which is busy.</remarks>
    public event EventHandler<RehydratingEventArgs>? Rehydrating;

    /// <summary>Raised after this connection's session was replaced, before the waiting statement runs.</summary>
    /// <remarks>A handler must neither throw, which would fail the waiting statement, nor use the connection, which is busy.</remarks>
    public event EventHandler<RehydratedEventArgs>? Rehydrated;

    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString
    {
        get => _hasBeenOpened ? Pool.Settings.PublicConnectionString : _connectionString;
        set
        {
            if (_session is not null)
                throw new InvalidOperationException("The connection string cannot be changed while the connection is open: close it first.");

            if (_belongsToDataSource)
                throw new InvalidOperationException("This connection was made by a data source, which decides its connection string.");

            _connectionString = value ?? "";
            _pool = null;
            _hasBeenOpened = false;
        }
    }

    /// <summary>The default schema.</summary>
    public override string Database => _session switch
    {
        null => Pool.Settings.Database,
        { IsAlive: true } session => session.Driver.Database,
        { } session => session.Ledger.Schema ?? Pool.Settings.Database,
    };

    /// <summary>The server's address as the connection string has it.</summary>
    public override string DataSource => Pool.Settings.Server;

    /// <summary>In seconds; 0 for no limit.</summary>
    public override int ConnectionTimeout => Pool.Settings.ConnectionTimeout;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The connection is not open.</exception>
    public override string ServerVersion => OpenSession().ServerVersion;

    /// <summary>The server's connection id of the session; a new one after a rehydration.</summary>
    /// <exception cref="InvalidOperationException">The connection is not open.</exception>
    public int ServerThread => OpenSession().ServerThread;

    /// <summary>
    /// <see cref="ConnectionState.Broken"/> when the session is known to be lost with state that cannot be rebuilt: close the
    /// connection and open it again. A session that died unnoticed still counts as open; the next statement repairs it.
    /// </summary>
    public override ConnectionState State => (_session, _isOpening) switch
    {
        (null, true) => ConnectionState.Connecting,
        (null, false) => ConnectionState.Closed,
        ({ Situation: Situation.Pinned, IsFinished: true }, _) => ConnectionState.Broken,
        _ => ConnectionState.Open,
    };

    /// <inheritdoc/>
    protected override DbProviderFactory DbProviderFactory => ResilientMySqlFactory.Instance;

    internal int DefaultCommandTimeout => Pool.Settings.DefaultCommandTimeout;

    /// <summary>The reader that is open on this connection.</summary>
    internal ResilientMySqlDataReader? Reader { get; set; }

    /// <summary>The last transaction begun by an object since the connection was opened.</summary>
    internal ResilientMySqlTransaction? Transaction { get; private set; }

    private SessionPool Pool => _pool ??= SessionPools.For(_connectionString);

    /// <inheritdoc/>
    public override void Open() => OpenAsync<SyncIo>(default).Unwrap();

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken) => OpenAsync<AsyncIo>(cancellationToken).AsTask();

    /// <summary>Gives the session back to its pool. A transaction that is still open is rolled back.</summary>
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
    public override void ChangeDatabase(string databaseName) => ChangeDatabaseAsync<SyncIo>(databaseName, default).Unwrap();

    /// <inheritdoc/>
    public override Task ChangeDatabaseAsync(string databaseName, CancellationToken cancellationToken = default) =>
        ChangeDatabaseAsync<AsyncIo>(databaseName, cancellationToken).AsTask();

    /// <summary>Asks the server whether it is there; a session that died while nobody looked is replaced first.</summary>
    /// <returns>False where the server does not answer inside the deadline, or the session was lost and cannot be replaced.</returns>
    /// <exception cref="InvalidOperationException">The connection is not open, or busy.</exception>
    public bool Ping() => PingAsync<SyncIo>(default).Unwrap();

    /// <inheritdoc cref="Ping"/>
    public Task<bool> PingAsync(CancellationToken cancellationToken = default) => PingAsync<AsyncIo>(cancellationToken).AsTask();

    /// <summary>
    /// Gives the session back the state it was opened with, except for its schema: variables, temporary tables, locks and a
    /// transaction that a statement began are gone. <see cref="ServerThread"/> changes.
    /// </summary>
    /// <exception cref="InvalidOperationException">A transaction begun by BeginTransaction is open, or the connection is not.</exception>
    public async ValueTask ResetConnectionAsync(CancellationToken cancellationToken = default)
    {
        Session session = OpenSession();
        if (session.Transaction.State is TransactionState.Object)
            throw new InvalidOperationException("A transaction is open on this connection: commit it or roll it back before resetting.");

        await Recovery.ResetAsync<AsyncIo>(session, Pool.Settings.CommandTimeout, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="DbConnection.CreateCommand"/>
    public new ResilientMySqlCommand CreateCommand() => new(null, this);

    /// <summary>Begins a transaction at the level of <see cref="IsolationLevel.RepeatableRead"/>.</summary>
    public new ResilientMySqlTransaction BeginTransaction() => BeginTransaction(IsolationLevel.Unspecified);

    /// <summary>Begins a transaction. From here on nothing is repaired until it ends.</summary>
    /// <exception cref="InvalidOperationException">A transaction is open, begun by an object or by a statement.</exception>
    public new ResilientMySqlTransaction BeginTransaction(IsolationLevel isolationLevel) => BeginAsync<SyncIo>(isolationLevel, default).Unwrap();

    /// <inheritdoc cref="BeginTransaction()"/>
    public new ValueTask<ResilientMySqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        BeginAsync<AsyncIo>(IsolationLevel.Unspecified, cancellationToken);

    /// <inheritdoc cref="BeginTransaction(IsolationLevel)"/>
    public new ValueTask<ResilientMySqlTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) =>
        BeginAsync<AsyncIo>(isolationLevel, cancellationToken);

    internal Session OpenSession() => _session ?? throw new InvalidOperationException("The connection is not open: call Open first.");

    /// <summary>Whether anybody wants to know, and perhaps forbid, that a session is replaced.</summary>
    internal bool IsAskedBeforeRehydrating => Rehydrating is not null;

    internal void OnRehydrating(RehydratingEventArgs rehydrating) => Rehydrating?.Invoke(this, rehydrating);

    internal void OnRehydrated(RehydratedEventArgs rehydrated) => Rehydrated?.Invoke(this, rehydrated);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    /// <inheritdoc/>
    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        await BeginAsync<AsyncIo>(isolationLevel, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();

        _isDisposed = true;
        base.Dispose(disposing);
    }

    private async ValueTask OpenAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (_session is not null || _isOpening)
            throw new InvalidOperationException($"The connection cannot be opened: it is {State} already.");

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        SessionPool pool = Pool;
        _isOpening = true;
        try
        {
            OnStateChange(Connecting);
            long start = pool.Time.GetTimestamp();
            _session = await pool.RentAsync<TIo>(this, start, OpenPatience.OnceReached, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _isOpening = false;
            OnStateChange(Failed);
            throw;
        }

        _isOpening = false;
        _hasBeenOpened = true;
        OnStateChange(Opened);
    }

    internal async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        // Taken out first: closing the reader may close the connection.
        if (Interlocked.Exchange(ref _session, null) is not { } session)
            return;

        ResilientMySqlDataReader? reader = Reader;
        Reader = null;
        Transaction = null;
        try
        {
            if (reader is not null)
                await reader.CloseAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            await Pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
            OnStateChange(Closed);
        }
    }

    private async ValueTask<bool> PingAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var call = new PingCall(Pool.Settings.CommandTimeout);
        try
        {
            return await CallPipeline.RunAsync<TIo, PingCall, bool>(OpenSession(), call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ResilientMySqlException or MySqlException)
        {
            return false;
        }
    }

    private async ValueTask ChangeDatabaseAsync<TIo>(string databaseName, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (string.IsNullOrWhiteSpace(databaseName))
            throw new ArgumentException("A schema's name is not blank.", nameof(databaseName));

        var call = new ChangeDatabaseCall(databaseName, Pool.Settings.CommandTimeout);
        await CallPipeline.RunAsync<TIo, ChangeDatabaseCall, bool>(OpenSession(), call, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ResilientMySqlTransaction> BeginAsync<TIo>(IsolationLevel isolationLevel, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Session session = OpenSession();
        if (session.Transaction is { State: TransactionState.Object or TransactionState.Text } or { IsOpen: true, HasWritten: true })
        {
            // The server would commit the first one silently.
            throw new InvalidOperationException("A transaction is open on this connection: commit it or roll it back before beginning another.");
        }

        // The driver sets the level for the whole session before it begins, so that it is state like any other.
        string level = IsolationLevels.ToSql(isolationLevel);
        session.Ledger.NoteSetting("transaction", $"SET SESSION TRANSACTION ISOLATION LEVEL {level}");
        var call = new BeginCall(isolationLevel, Pool.Settings.CommandTimeout);
        MySqlTransaction inner = await CallPipeline.RunAsync<TIo, BeginCall, MySqlTransaction>(session, call, cancellationToken).ConfigureAwait(false);
        session.Transaction.Move(TransactionEvent.ObjectBegun);
        return Transaction = new ResilientMySqlTransaction(this, session, inner);
    }
}
