using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Queries.Streaming;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Transactions;
using ResilientMySql.Wire;

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
public sealed class ResilientMySqlConnection : DbConnection, ICloneable
{
    private static readonly StateChangeEventArgs Connecting = new(ConnectionState.Closed, ConnectionState.Connecting);
    private static readonly StateChangeEventArgs Failed = new(ConnectionState.Connecting, ConnectionState.Closed);
    private static readonly StateChangeEventArgs Opened = new(ConnectionState.Connecting, ConnectionState.Open);
    private static readonly StateChangeEventArgs Closed = new(ConnectionState.Open, ConnectionState.Closed);

    private readonly bool _belongsToDataSource;
    private SessionPool? _pool;
    private string _connectionString;
    private Session? _session;
    private HeldSession? _held;
    private ResilientMySqlDataReader? _spareReader;
    private WireCursor? _spareCursor;
    private MySqlInfoMessageEventHandler? _infoMessage;
    private bool _isListening;
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
        // As the driver's: its base class's finalizer has nothing to do. A session that is not given back is found by its pool.
        GC.SuppressFinalize(this);
        _connectionString = connectionString ?? "";
    }

    internal ResilientMySqlConnection(SessionPool pool, string connectionString)
        : this(connectionString)
    {
        _pool = pool;
        _belongsToDataSource = true;
    }

    private ResilientMySqlConnection(ResilientMySqlConnection other, string? connectionString = null)
        : this(connectionString ?? other._connectionString)
    {
        // The same connection string means the same pool; a data source's own is kept by nothing else.
        if (connectionString is null)
            (_pool, _belongsToDataSource, _hasBeenOpened) = (other._pool, other._belongsToDataSource, other._hasBeenOpened);

        ProvideClientCertificatesCallback = other.ProvideClientCertificatesCallback;
        ProvidePasswordCallback = other.ProvidePasswordCallback;
        RemoteCertificateValidationCallback = other.RemoteCertificateValidationCallback;
    }

    /// <summary>Raised after a statement that left warnings, with the warnings; costs a round trip each time while it is handled.</summary>
    /// <remarks>A handler must not use the connection, which is busy.</remarks>
    public event MySqlInfoMessageEventHandler? InfoMessage
    {
        add
        {
            bool isFirst = _infoMessage is null;
            _infoMessage += value;
            if (isFirst && _session is { } session)
                Listen(session.Driver);
        }
        remove
        {
            _infoMessage -= value;
            if (_infoMessage is null && _session is { } session)
                StopListening(session.Driver);
        }
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
    public override string ServerVersion => UndisposedSession().ServerVersion;

    /// <summary>The server's connection id of the session; a new one after a rehydration.</summary>
    /// <exception cref="InvalidOperationException">The connection is not open.</exception>
    public int ServerThread => UndisposedSession().ServerThread;

    /// <inheritdoc/>
    public override bool CanCreateBatch => true;

    /// <summary>Adds the client's certificates to a collection, whenever a session is opened for this connection.</summary>
    public Func<X509CertificateCollection, ValueTask>? ProvideClientCertificatesCallback { get; set; }

    /// <summary>Gives the password, whenever a session is opened for this connection whose connection string has none.</summary>
    public Func<MySqlProvidePasswordContext, string>? ProvidePasswordCallback { get; set; }

    /// <summary>Judges the server's certificate, whenever a session is opened for this connection over TLS.</summary>
    public RemoteCertificateValidationCallback? RemoteCertificateValidationCallback { get; set; }

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

    /// <summary>The session, where there is one that is not known to be dead.</summary>
    internal Session? LiveSession => _session is { IsAlive: true } session ? session : null;

    /// <summary>The reader that is open on this connection.</summary>
    internal ResilientMySqlDataReader? Reader { get; set; }

    /// <summary>The last transaction begun by an object since the connection was opened.</summary>
    internal ResilientMySqlTransaction? Transaction { get; private set; }

    private SessionPool Pool => _pool ??= SessionPools.For(_connectionString);

    /// <inheritdoc/>
    public override void Open() => OpenAsync<SyncIo>(OpenPatience.OnceReached, default).Unwrap();

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken) => OpenAsync<AsyncIo>(OpenPatience.OnceReached, cancellationToken).AsTask();

    /// <summary>Gives the session back to its pool. A transaction that is still open is rolled back.</summary>
    public override void Close() => CloseAsync<SyncIo>().Unwrap();

    /// <inheritdoc cref="Close"/>
    public override Task CloseAsync() => CloseAsync<AsyncIo>().AsTask();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await CloseAsync<AsyncIo>().ConfigureAwait(false);
        }
        finally
        {
            if (_held is not null)
                await _held.GiveBackAsync<AsyncIo>().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) =>
        ConnectionCalls.ChangeDatabaseAsync<SyncIo>(OpenSession(databaseName), databaseName, default).Unwrap();

    /// <inheritdoc/>
    public override Task ChangeDatabaseAsync(string databaseName, CancellationToken cancellationToken = default) =>
        ConnectionCalls.ChangeDatabaseAsync<AsyncIo>(OpenSession(databaseName), databaseName, cancellationToken).AsTask();

    /// <summary>Asks the server whether it is there; a session that died while nobody looked is replaced first.</summary>
    /// <returns>
    /// False where the connection is not open, the server does not answer inside the deadline, or the session was lost and cannot
    /// be replaced.
    /// </returns>
    /// <exception cref="InvalidOperationException">The connection is busy.</exception>
    public bool Ping() => _session is { } session && ConnectionCalls.PingAsync<SyncIo>(session, default).Unwrap();

    /// <inheritdoc cref="Ping"/>
    public Task<bool> PingAsync(CancellationToken cancellationToken = default) => _session is { } session
        ? ConnectionCalls.PingAsync<AsyncIo>(session, cancellationToken).AsTask()
        : Task.FromResult(false);

    /// <summary>
    /// Gives the session back the state it was opened with, except for its schema: variables, temporary tables, locks and a
    /// transaction that a statement began are gone. <see cref="ServerThread"/> changes.
    /// </summary>
    /// <exception cref="InvalidOperationException">A transaction begun by BeginTransaction is open, or the connection is not.</exception>
    public ValueTask ResetConnectionAsync(CancellationToken cancellationToken = default) =>
        ConnectionCalls.ResetAsync<AsyncIo>(OpenSession(), cancellationToken);

    /// <inheritdoc cref="DbConnection.CreateCommand"/>
    public new ResilientMySqlCommand CreateCommand() => new(null, this);

    /// <inheritdoc cref="DbConnection.CreateBatch"/>
    public new ResilientMySqlBatch CreateBatch() => new(this);

    /// <summary>Begins a transaction at the level of <see cref="IsolationLevel.RepeatableRead"/>.</summary>
    public new ResilientMySqlTransaction BeginTransaction() => BeginTransaction(IsolationLevel.Unspecified);

    /// <summary>Begins a transaction. From here on nothing is repaired until it ends.</summary>
    /// <exception cref="InvalidOperationException">A transaction is open, begun by an object or by a statement.</exception>
    public new ResilientMySqlTransaction BeginTransaction(IsolationLevel isolationLevel) =>
        BeginAsync<SyncIo>(isolationLevel, isReadOnly: null, default).Unwrap();

    /// <summary>Begins a transaction that may or may not write. From here on nothing is repaired until it ends.</summary>
    /// <exception cref="InvalidOperationException">A transaction is open, begun by an object or by a statement.</exception>
    public ResilientMySqlTransaction BeginTransaction(IsolationLevel isolationLevel, bool isReadOnly) =>
        BeginAsync<SyncIo>(isolationLevel, isReadOnly, default).Unwrap();

    /// <inheritdoc cref="BeginTransaction()"/>
    public new ValueTask<ResilientMySqlTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        BeginAsync<AsyncIo>(IsolationLevel.Unspecified, isReadOnly: null, cancellationToken);

    /// <inheritdoc cref="BeginTransaction(IsolationLevel)"/>
    public new ValueTask<ResilientMySqlTransaction> BeginTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken = default) =>
        BeginAsync<AsyncIo>(isolationLevel, isReadOnly: null, cancellationToken);

    /// <inheritdoc cref="BeginTransaction(IsolationLevel, bool)"/>
    public ValueTask<ResilientMySqlTransaction> BeginTransactionAsync(
        IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken = default) =>
        BeginAsync<AsyncIo>(isolationLevel, isReadOnly, cancellationToken);

    /// <summary>The collections that <see cref="GetSchema(string)"/> knows.</summary>
    public override DataTable GetSchema() => GetSchema("MetaDataCollections");

    /// <summary>A schema collection, as the driver reads it from INFORMATION_SCHEMA.</summary>
    /// <exception cref="ArgumentException">There is no such collection.</exception>
    public override DataTable GetSchema(string collectionName) => GetSchemaAsync<SyncIo>(collectionName, null, default).Unwrap();

    /// <inheritdoc cref="GetSchema(string)"/>
    public override DataTable GetSchema(string collectionName, string?[] restrictionValues) =>
        GetSchemaAsync<SyncIo>(collectionName, restrictionValues, default).Unwrap();

    /// <inheritdoc cref="GetSchema()"/>
    public override Task<DataTable> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        GetSchemaAsync("MetaDataCollections", cancellationToken);

    /// <inheritdoc cref="GetSchema(string)"/>
    public override Task<DataTable> GetSchemaAsync(string collectionName, CancellationToken cancellationToken = default) =>
        GetSchemaAsync<AsyncIo>(collectionName, null, cancellationToken).AsTask();

    /// <inheritdoc cref="GetSchema(string)"/>
    public override Task<DataTable> GetSchemaAsync(string collectionName, string?[] restrictionValues, CancellationToken cancellationToken = default) =>
        GetSchemaAsync<AsyncIo>(collectionName, restrictionValues, cancellationToken).AsTask();

    /// <summary>
    /// The driver's own connection, which is open, with a new session if the one before had died. For code that needs the driver's
    /// types. What is done with it nobody sees: until <see cref="Close"/> nothing is repaired any more, and the session is not
    /// given to anybody afterwards. Do not close it, and do not keep it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is not open, or busy.</exception>
    public MySqlConnection Driver => ConnectionCalls.HandOverAsync<SyncIo>(OpenSession(), default).Unwrap();

    /// <inheritdoc cref="Driver"/>
    public ValueTask<MySqlConnection> GetDriverAsync(CancellationToken cancellationToken = default) =>
        ConnectionCalls.HandOverAsync<AsyncIo>(OpenSession(), cancellationToken);

    /// <summary>A closed connection with the same connection string, password included, and the same callbacks.</summary>
    public ResilientMySqlConnection Clone() => new(this);

    /// <summary>
    /// A closed connection with another connection string and the same callbacks. It takes over this connection's password,
    /// unless the new connection string has one, or says Persist Security Info=true while this one's does not.
    /// </summary>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlConnection CloneWith(string connectionString)
    {
        (string clone, bool hidesPassword) = SessionSettings.WithPasswordOf(_connectionString, connectionString);
        return new ResilientMySqlConnection(this, clone) { _hasBeenOpened = _hasBeenOpened && hidesPassword };
    }

    /// <inheritdoc/>
    object ICloneable.Clone() => Clone();

    /// <summary>Closes the idle sessions of the pool that the connection belongs to, and those in use as they come back.</summary>
    public static void ClearPool(ResilientMySqlConnection connection) => PoolOf(connection).ClearAsync<SyncIo>().Unwrap();

    /// <inheritdoc cref="ClearPool"/>
    public static Task ClearPoolAsync(ResilientMySqlConnection connection, CancellationToken cancellationToken = default) =>
        PoolOf(connection).ClearAsync<AsyncIo>().AsTask().WaitAsync(cancellationToken);

    /// <summary>Clears the pools of all connection strings; data sources have pools of their own.</summary>
    public static void ClearAllPools() => SessionPools.ClearAsync<SyncIo>().Unwrap();

    /// <inheritdoc cref="ClearAllPools"/>
    public static Task ClearAllPoolsAsync(CancellationToken cancellationToken = default) =>
        SessionPools.ClearAsync<AsyncIo>().AsTask().WaitAsync(cancellationToken);

    /// <summary>
    /// Joins a System.Transactions transaction, as opening inside a TransactionScope does unless Auto Enlist=false. Joining the
    /// same one again does nothing.
    /// </summary>
    /// <param name="transaction">The transaction; null for none.</param>
    /// <exception cref="InvalidOperationException">The connection is not open, or busy, or has a transaction open already.</exception>
    /// <exception cref="MySqlException">The connection takes part in another transaction.</exception>
    /// <exception cref="NotSupportedException">Another connection takes part, and one of them not with XA (Use XA Transactions).</exception>
    /// <exception cref="System.Transactions.TransactionException">The transaction has ended.</exception>
    public override void EnlistTransaction(System.Transactions.Transaction? transaction) =>
        _session = AmbientTransactions.Enlist(OpenSession(), this, transaction);

    /// <summary>Whether somebody wants to know what the driver is told beside its results.</summary>
    internal bool IsListening => _isListening;

    /// <summary>Whether its reader serves one lease after another, since nobody has that reader any more when it is closed.</summary>
    internal bool KeepsReader { get; init; }

    internal Session OpenSession()
    {
        Session session = _session ?? throw new InvalidOperationException($"The connection must be open, and is {State}: call Open first.");
        session.Branch?.Pass();
        return session;
    }

    internal async ValueTask OpenAsync<TIo>(OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (_session is not null || _isOpening)
            throw new InvalidOperationException($"The connection cannot be opened: it is {State} already.");

        SessionPool pool = Pool;
        string? openedAt = pool.Settings.Pool.TracesLeaks ? Environment.StackTrace : null;
        _isOpening = true;
        try
        {
            OnStateChange(Connecting);
            long start = pool.Time.GetTimestamp();
            Session? held = _held is null ? null : await _held.TakeAsync<TIo>(this, pool).ConfigureAwait(false);
            Session session = held
                ?? await pool.RentAsync<TIo>(this, start, patience, cancellationToken).ConfigureAwait(false);
            session.Lease.OpenedAt = openedAt;
            _session = session;
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
        ResilientMySqlTransaction? transaction = Transaction;
        Reader = null;
        WireCursor? cursor = _spareCursor;
        if (!KeepsReader)
            (_spareReader, _spareCursor) = (null, null);

        Transaction = null;
        transaction?.Abandon();
        try
        {
            if (reader is not null)
                await reader.CloseAsync<TIo>().ConfigureAwait(false);

            if (cursor is { IsClosed: false })
                await cursor.CloseAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            if (session.Pool.Settings.Pool.CloseReturnsSession)
                await session.Pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
            else
                await (_held ??= new HeldSession()).KeepAsync<TIo>(session).ConfigureAwait(false);

            OnStateChange(Closed);
        }
    }

    /// <summary>Takes a statement's rows over; the object that the last reader of this lease was, if there was one.</summary>
    internal ResilientMySqlDataReader StartReading<TStatement>(MySqlDataReader rows, Session session, TStatement statement, CommandBehavior behavior)
        where TStatement : struct, IRunningStatement
    {
        ResilientMySqlDataReader reader = _spareReader ?? new ResilientMySqlDataReader(this);
        reader.Start(rows, session, statement, behavior);
        _spareReader = reader;
        return Reader = reader;
    }

    /// <summary>Takes the rows of a generated query over that come past the driver; the object that served the last ones of this lease.</summary>
    internal WireCursor StartReading(Session session, WireStatement wire, StatementEffects effects, TimeSpan timeout)
    {
        WireCursor cursor = _spareCursor ??= new WireCursor(this);
        cursor.Start(session, wire, effects, timeout);
        return cursor;
    }

    /// <summary>The session has a physical connection that is new to it: its warnings go to those who asked for them.</summary>
    internal void Listen(MySqlConnection driver)
    {
        if (_infoMessage is null)
            return;

        driver.InfoMessage += RelayInfoMessage;
        _isListening = true;
    }

    /// <summary>The session goes back, or nobody wants to know any more.</summary>
    internal void StopListening(MySqlConnection driver)
    {
        if (!_isListening)
            return;

        driver.InfoMessage -= RelayInfoMessage;
        _isListening = false;
    }

    /// <summary>Whether anybody wants to know, and perhaps forbid, that a session is replaced.</summary>
    internal bool IsAskedBeforeRehydrating => Rehydrating is not null;

    /// <summary>Whether its sessions are opened otherwise than those of other connections.</summary>
    internal bool HasCallbacks => ProvidePasswordCallback is not null || ProvideClientCertificatesCallback is not null || RemoteCertificateValidationCallback is not null;

    internal void OnRehydrating(RehydratingEventArgs rehydrating) => Rehydrating?.Invoke(this, rehydrating);

    internal void OnRehydrated(RehydratedEventArgs rehydrated) => Rehydrated?.Invoke(this, rehydrated);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => CreateCommand();

    /// <inheritdoc/>
    protected override DbBatch CreateDbBatch() => CreateBatch();

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    /// <inheritdoc/>
    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        await BeginAsync<AsyncIo>(isolationLevel, isReadOnly: null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                Close();
            }
            finally
            {
                _held?.GiveBackAsync<SyncIo>().Unwrap();
            }
        }

        _isDisposed = true;
        base.Dispose(disposing);
    }

    private Session UndisposedSession()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return OpenSession();
    }

    private Session OpenSession(string databaseName) => string.IsNullOrWhiteSpace(databaseName)
        ? throw new ArgumentException("A schema's name is not blank.", nameof(databaseName))
        : OpenSession();

    private static SessionPool PoolOf(ResilientMySqlConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Pool;
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private async ValueTask<ResilientMySqlTransaction> BeginAsync<TIo>(
        IsolationLevel isolationLevel, bool? isReadOnly, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Session session = OpenSession();
        MySqlTransaction inner = await ConnectionCalls.BeginAsync<TIo>(session, isolationLevel, isReadOnly, cancellationToken).ConfigureAwait(false);
        return Transaction = new ResilientMySqlTransaction(this, session, inner);
    }

    /// <summary>Without a session the driver knows by itself which collections there are, or says that it needs one.</summary>
    private ValueTask<DataTable> GetSchemaAsync<TIo>(string collectionName, string?[]? restrictionValues, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => _session is { } session
        ? ConnectionCalls.GetSchemaAsync<TIo>(session, collectionName, restrictionValues, cancellationToken)
        : TIo.GetSchemaAsync(ClosedDriver(), collectionName, restrictionValues);

    /// <summary>The driver opens it for some collections, and reads others without: as closed, or as disposed of, as this one.</summary>
    private MySqlConnection ClosedDriver()
    {
        MySqlConnection driver = Pool.Settings.CreateDriverConnection(TimeSpan.MaxValue);
        if (_isDisposed)
            driver.Dispose();

        return driver;
    }

    /// <summary>Warnings reach the connection that is open on the session, whichever physical connection it has.</summary>
    private void RelayInfoMessage(object sender, MySqlInfoMessageEventArgs message) => _infoMessage?.Invoke(this, message);
}
