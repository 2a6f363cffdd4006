using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ResilientMySql.Io;
using ResilientMySql.Queries;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>
/// A pool of sessions of its own, from which connections are opened and generated queries run. Make one for the life of the
/// application.
/// </summary>
/// <remarks>
/// Takes the place of <see cref="MySqlConnector.MySqlDataSource"/>; <see cref="ResilientMySqlDataSourceBuilder"/> makes one with more
/// than a connection string. Thread-safe.
/// </remarks>
public sealed class ResilientMySqlDataSource : DbDataSource
{
    private readonly string _connectionString;

    /// <summary>Reads the connection string; connects to nothing yet.</summary>
    /// <param name="connectionString">Keywords of MySqlConnector and of <see cref="ResilientMySqlConnectionStringBuilder"/>.</param>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlDataSource(string connectionString)
        : this(connectionString, loggerFactory: null)
    {
    }

    /// <summary>Reads the connection string; connects to nothing yet.</summary>
    /// <param name="connectionString">Keywords of MySqlConnector and of <see cref="ResilientMySqlConnectionStringBuilder"/>.</param>
    /// <param name="loggerFactory">Where sessions and rehydrations are logged; null for nowhere.</param>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlDataSource(string connectionString, ILoggerFactory? loggerFactory)
        : this(connectionString, loggerFactory, TimeProvider.System)
    {
    }

    internal ResilientMySqlDataSource(string connectionString, ILoggerFactory? loggerFactory, TimeProvider time, DriverOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        _connectionString = connectionString;
        Pool = new SessionPool(new SessionSettings(connectionString, options), loggerFactory ?? NullLoggerFactory.Instance, time);
        Hosts = new HostConnections(Pool, connectionString);
        Pool.Reports.Rehydrating += (_, rehydrating) => Rehydrating?.Invoke(this, rehydrating);
        Pool.Reports.Rehydrated += (_, rehydrated) => Rehydrated?.Invoke(this, rehydrated);
    }

    /// <summary>
    /// Raised before one of the sessions is replaced, on the thread of the call that waits for it, or in the background where the
    /// session lies idle; a handler may forbid it. An idle session that must not be replaced is closed.
    /// </summary>
    /// <remarks>A handler must neither throw, which would fail the waiting statement, nor use the connection, which is busy.</remarks>
    public event EventHandler<RehydratingEventArgs>? Rehydrating;

    /// <summary>
    /// Raised after one of the sessions was replaced, on the thread of the call that waited for it, or in the background where the
    /// session lay idle.
    /// </summary>
    /// <remarks>A handler must neither throw, which would fail the waiting statement, nor use the connection, which is busy.</remarks>
    public event EventHandler<RehydratedEventArgs>? Rehydrated;

    /// <summary>The connection string without its password, unless it says Persist Security Info=true.</summary>
    public override string ConnectionString => Pool.Settings.PublicConnectionString;

    /// <summary>
    /// The password of sessions opened from now on, where the connection string has none: for passwords that change. Sessions
    /// that are open stay so, and are replaced with the new one.
    /// </summary>
    /// <exception cref="InvalidOperationException">A periodic password provider decides.</exception>
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "As the driver's: a password is not read back.")]
    public string Password
    {
        set
        {
            Pool.Settings.Source.SetPassword(value);
            Pool.Circuit.Reset();
        }
    }

    internal SessionPool Pool { get; }

    /// <summary>The connections that generated queries open for themselves.</summary>
    internal HostConnections Hosts { get; }

    /// <inheritdoc cref="DbDataSource.CreateConnection"/>
    public new ResilientMySqlConnection CreateConnection() => new(Pool, _connectionString);

    /// <inheritdoc cref="DbDataSource.OpenConnection"/>
    public new ResilientMySqlConnection OpenConnection() => (ResilientMySqlConnection)base.OpenConnection();

    /// <inheritdoc cref="DbDataSource.OpenConnectionAsync"/>
    public new async ValueTask<ResilientMySqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) =>
        (ResilientMySqlConnection)await base.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Opens sessions ahead of need, until there are as many as Minimum Pool Size, and at least one. Waits for a server that is
    /// away, inside Recovery Timeout.
    /// </summary>
    /// <exception cref="MySqlConnector.MySqlException">One could not be opened; those before stay.</exception>
    public Task WarmUpAsync(CancellationToken cancellationToken = default) => Pool.WarmUpAsync<AsyncIo>(cancellationToken).AsTask();

    /// <inheritdoc cref="WarmUpAsync"/>
    public void WarmUp() => Pool.WarmUpAsync<SyncIo>(default).Unwrap();

    /// <summary>What the pool has at this moment, and what has happened since it was made. Cheap: no round trip.</summary>
    public ResilientMySqlStatistics GetStatistics() => Pool.Statistics;

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => CreateConnection();

    /// <summary>
    /// Closes the idle sessions; those in use are closed when they come back. Where a builder made the data source, they are not
    /// replaced any more either.
    /// </summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Pool.CloseAsync<SyncIo>().Unwrap();
            Pool.Settings.Source.CloseAsync<SyncIo>().Unwrap();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc cref="Dispose"/>
    protected override async ValueTask DisposeAsyncCore()
    {
        await Pool.CloseAsync<AsyncIo>().ConfigureAwait(false);
        await Pool.Settings.Source.CloseAsync<AsyncIo>().ConfigureAwait(false);
        await base.DisposeAsyncCore().ConfigureAwait(false);
    }
}
