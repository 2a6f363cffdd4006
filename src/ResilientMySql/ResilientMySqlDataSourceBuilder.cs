using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using MySqlConnector;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>Makes a <see cref="ResilientMySqlDataSource"/> with more than a connection string.</summary>
/// <remarks>
/// Takes the place of <see cref="MySqlDataSourceBuilder"/>. What it is told goes for every physical session of the data source, the
/// first ones and those that replace lost ones. Not thread-safe.
/// </remarks>
public sealed class ResilientMySqlDataSourceBuilder
{
    private ILoggerFactory? _loggerFactory;
    private string? _name;
    private Action<MySqlDataSourceBuilder>? _configure;
    private bool _hasOpenedCallback;
    private Func<MySqlException, bool>? _retiresAfter;

    /// <summary>A builder whose connection string is that, or empty.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlDataSourceBuilder(string? connectionString = null)
    {
        ConnectionStringBuilder = new(connectionString);
    }

    /// <summary>The connection string, which may be changed until <see cref="Build"/> reads it.</summary>
    public ResilientMySqlConnectionStringBuilder ConnectionStringBuilder { get; }

    /// <summary>Where the driver and this library log; null, the default, for nowhere.</summary>
    public ResilientMySqlDataSourceBuilder UseLoggerFactory(ILoggerFactory? loggerFactory)
    {
        _loggerFactory = loggerFactory;
        return Configure(driver => driver.UseLoggerFactory(loggerFactory));
    }

    /// <summary>What the data source is called in logs, and its program at the server (<c>program_name</c>, before Application Name).</summary>
    public ResilientMySqlDataSourceBuilder UseName(string? name)
    {
        _name = name;
        return Configure(driver => driver.UseName(name));
    }

    /// <summary>Sets what the driver's activities hold. May be called several times.</summary>
    public ResilientMySqlDataSourceBuilder ConfigureTracing(Action<MySqlConnectorTracingOptionsBuilder> configureAction)
    {
        ArgumentNullException.ThrowIfNull(configureAction);
        return Configure(driver => driver.ConfigureTracing(configureAction));
    }

    /// <summary>Adds the client's certificates to a collection, for every session opened over TLS; null for none.</summary>
    public ResilientMySqlDataSourceBuilder UseClientCertificatesCallback(Func<X509CertificateCollection, ValueTask>? callback) =>
        Configure(driver => driver.UseClientCertificatesCallback(callback));

    /// <summary>Judges the server's certificate, for every session opened over TLS; null for what SSL Mode says.</summary>
    public ResilientMySqlDataSourceBuilder UseRemoteCertificateValidationCallback(RemoteCertificateValidationCallback callback) =>
        Configure(driver => driver.UseRemoteCertificateValidationCallback(callback));

    /// <summary>
    /// Asks for the password at once, and again whenever <paramref name="successRefreshInterval"/> has passed since it was given,
    /// or <paramref name="failureRefreshInterval"/> since it was not. A session is opened with the last one that was given. The
    /// connection string must have none.
    /// </summary>
    public ResilientMySqlDataSourceBuilder UsePeriodicPasswordProvider(
        Func<MySqlProvidePasswordContext, CancellationToken, ValueTask<string>>? passwordProvider, TimeSpan successRefreshInterval, TimeSpan failureRefreshInterval) =>
        Configure(driver => driver.UsePeriodicPasswordProvider(passwordProvider, successRefreshInterval, failureRefreshInterval));

    /// <summary>
    /// Adds a callback that is given every physical session just after it was opened, before it is checked and before what its
    /// user has set is replayed: what the callback sets belongs to the state that a session starts with.
    /// </summary>
    /// <remarks>
    /// <para>A deliberate difference: the driver calls it whenever a connection is opened, this library once for each physical
    /// session, which may serve many. Its conditions are always <see cref="MySqlConnectionOpenedConditions.New"/>.</para>
    /// <para>With it, a session that its user has changed is closed and not reset.</para>
    /// <para>It has the time that opening has left, and what it throws fails the opening. The connection that it is given is the
    /// driver's own, and is not to be kept.</para>
    /// </remarks>
    public ResilientMySqlDataSourceBuilder UseConnectionOpenedCallback(MySqlConnectionOpenedCallback callback)
    {
        _hasOpenedCallback = true;
        return Configure(driver => driver.UseConnectionOpenedCallback(callback));
    }

    /// <summary>
    /// Says after which of the server's answers a session is not given to anybody else, besides those that say so by themselves:
    /// it serves its user until that one closes the connection. Nothing is run again because of it.
    /// </summary>
    /// <param name="predicate">Asked with each error of a statement; must not throw. Null for none.</param>
    public ResilientMySqlDataSourceBuilder RetireSessionsAfter(Func<MySqlException, bool>? predicate)
    {
        _retiresAfter = predicate;
        return this;
    }

    /// <summary>Makes the data source; connects to nothing yet.</summary>
    /// <exception cref="ArgumentException">A value of the connection string is not valid.</exception>
    public ResilientMySqlDataSource Build() =>
        new(ConnectionStringBuilder.ConnectionString, _loggerFactory, TimeProvider.System, new DriverOptions(_name, _configure, _hasOpenedCallback, _retiresAfter));

    private ResilientMySqlDataSourceBuilder Configure(Action<MySqlDataSourceBuilder> configure)
    {
        _configure += configure;
        return this;
    }
}
