using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ResilientMySql.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.EntityFrameworkCore;

/// <summary>Has a context work on connections of this library, through Pomelo's provider for MySQL and MariaDB.</summary>
/// <remarks>
/// <para>Pomelo needs <c>Allow User Variables=true;Use Affected Rows=false</c>: a connection string gets it added, a data source
/// and an open connection must have it.</para>
/// <para>Where no server version is given, the server is asked for it once for each connection string, when the context is
/// configured.</para>
/// </remarks>
public static class ResilientMySqlDbContextOptionsBuilderExtensions
{
    /// <summary>Takes sessions from the pool that all connections with this connection string share.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="connectionString">
    /// Keywords of MySqlConnector and of <see cref="ResilientMySqlConnectionStringBuilder"/>, or <c>Name=…</c> for an entry of the
    /// configuration, which then may have the driver's keywords only.
    /// </param>
    /// <param name="serverVersion">What the server is; null to ask it.</param>
    /// <param name="mySqlOptionsAction">Options of Pomelo's provider.</param>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public static DbContextOptionsBuilder UseResilientMySql(
        this DbContextOptionsBuilder optionsBuilder,
        string connectionString,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return Use(optionsBuilder, new ResilientMySqlOptionsExtension(connectionString), serverVersion, mySqlOptionsAction);
    }

    /// <summary>Takes sessions from a data source, which must outlive the contexts.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="dataSource">Where connections come from.</param>
    /// <param name="serverVersion">What the server is; null to ask it.</param>
    /// <param name="mySqlOptionsAction">Options of Pomelo's provider.</param>
    /// <exception cref="InvalidOperationException">The data source lacks what Pomelo needs in its connection string.</exception>
    public static DbContextOptionsBuilder UseResilientMySql(
        this DbContextOptionsBuilder optionsBuilder,
        ResilientMySqlDataSource dataSource,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return Use(optionsBuilder, new ResilientMySqlOptionsExtension(dataSource), serverVersion, mySqlOptionsAction);
    }

    /// <summary>Works on a connection that somebody else owns, to share it and its transaction with other code.</summary>
    /// <param name="optionsBuilder">The context's options.</param>
    /// <param name="connection">Opened and closed as needed while it is closed, left alone while it is open.</param>
    /// <param name="serverVersion">What the server is; null to ask it.</param>
    /// <param name="mySqlOptionsAction">Options of Pomelo's provider.</param>
    /// <exception cref="InvalidOperationException">The connection is open and lacks what Pomelo needs in its connection string.</exception>
    public static DbContextOptionsBuilder UseResilientMySql(
        this DbContextOptionsBuilder optionsBuilder,
        ResilientMySqlConnection connection,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Use(optionsBuilder, new ResilientMySqlOptionsExtension(connection), serverVersion, mySqlOptionsAction);
    }

    /// <inheritdoc cref="UseResilientMySql(DbContextOptionsBuilder, string, ServerVersion?, Action{MySqlDbContextOptionsBuilder}?)"/>
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseResilientMySql<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        string connectionString,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
        where TContext : DbContext
    {
        UseResilientMySql((DbContextOptionsBuilder)optionsBuilder, connectionString, serverVersion, mySqlOptionsAction);
        return optionsBuilder;
    }

    /// <inheritdoc cref="UseResilientMySql(DbContextOptionsBuilder, ResilientMySqlDataSource, ServerVersion?, Action{MySqlDbContextOptionsBuilder}?)"/>
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseResilientMySql<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        ResilientMySqlDataSource dataSource,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
        where TContext : DbContext
    {
        UseResilientMySql((DbContextOptionsBuilder)optionsBuilder, dataSource, serverVersion, mySqlOptionsAction);
        return optionsBuilder;
    }

    /// <inheritdoc cref="UseResilientMySql(DbContextOptionsBuilder, ResilientMySqlConnection, ServerVersion?, Action{MySqlDbContextOptionsBuilder}?)"/>
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseResilientMySql<TContext>(
        this DbContextOptionsBuilder<TContext> optionsBuilder,
        ResilientMySqlConnection connection,
        ServerVersion? serverVersion = null,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null)
        where TContext : DbContext
    {
        UseResilientMySql((DbContextOptionsBuilder)optionsBuilder, connection, serverVersion, mySqlOptionsAction);
        return optionsBuilder;
    }

    private static DbContextOptionsBuilder Use(
        DbContextOptionsBuilder optionsBuilder,
        ResilientMySqlOptionsExtension extension,
        ServerVersion? serverVersion,
        Action<MySqlDbContextOptionsBuilder>? mySqlOptionsAction)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);

        // Pomelo's part comes with a connection string of the driver's: it is for creating and dropping the database only.
        string driver = PomeloConnectionStrings.ForDriver(extension.ConnectionString);
        optionsBuilder.UseMySql(driver, serverVersion ?? ServerVersions.Detect(driver), mySqlOptionsAction);
        ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(extension);
        return optionsBuilder;
    }
}
