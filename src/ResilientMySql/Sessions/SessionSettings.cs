using System.Globalization;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>A connection string, read once: what sessions are opened with, and how they are kept.</summary>
internal sealed class SessionSettings
{
    // In seconds; timers count milliseconds in 32 bits.
    private const int LongestTimeout = int.MaxValue / 1000;

    // The driver's default, in seconds; longer would be a deadline that is not kept.
    private const int LongestCancellation = 2;

    private readonly string _driverConnectionString;
    private readonly MySqlConnectionStringBuilder _driver;

    /// <param name="connectionString">The driver's keywords and our own.</param>
    /// <param name="options">What a data source builder was told besides, or null.</param>
    public SessionSettings(string connectionString, DriverOptions? options = null)
    {
        var builder = new ResilientMySqlConnectionStringBuilder(connectionString);
        _driver = builder.ToDriver();
        PublicConnectionString = WithoutPassword(builder, _driver.PersistSecurityInfo);
        Recovery = builder.Recovery;
        ServerChange = builder.ServerChange;
        RecoveryTimeout = TimeSpan.FromSeconds(builder.RecoveryTimeout);
        Pool = new PoolSettings(builder, OpenTimeout);
        InitSql = builder.SessionInitSql;
        SessionSetup.Verify(InitSql);
        CanReset = SessionReset.IsAvailable && options is not { HasOpenedCallback: true };
        MaxPreparedStatements = (int)builder.MaxPreparedStatements;
        AutoPrepareMinUsages = (int)builder.AutoPrepareMinUsages;
        RetiresAfter = options?.RetiresAfter;
        UsesWire = builder.Wire is WireMode.Auto;
        WireObstacle = WireFitness.FindObstacle(_driver);
        AutoEnlist = _driver.AutoEnlist;
        UseXaTransactions = _driver.UseXaTransactions;

        // The pool is ours, and so is everything that depends on it.
        _driver.Pooling = false;
        _driver.AutoEnlist = false;

        // The driver leaves that to its pool, which is not used.
        if (options?.Name is { } name)
            _driver.ApplicationName = name;

        _driverConnectionString = _driver.ConnectionString;
        Source = new DriverSource(options?.Build(_driverConnectionString));
    }

    /// <summary>Where physical connections come from.</summary>
    public DriverSource Source { get; }

    /// <summary>What <c>ConnectionString</c> shows once a connection was opened: no password unless Persist Security Info says so.</summary>
    public string PublicConnectionString { get; }

    public RecoveryMode Recovery { get; }

    public TimeSpan RecoveryTimeout { get; }

    public ServerChange ServerChange { get; }

    /// <summary>Which of the server's answers end a session's use, besides those that always do; null for none.</summary>
    public Func<MySqlException, bool>? RetiresAfter { get; }

    public bool AutoEnlist { get; }

    /// <summary>Whether System.Transactions transactions are of the server's distributed kind.</summary>
    public bool UseXaTransactions { get; }

    /// <summary>How sessions are kept and lent.</summary>
    public PoolSettings Pool { get; }

    /// <summary>What each physical session is set up with; empty for nothing.</summary>
    public string InitSql { get; }

    /// <summary>
    /// Whether a session can be brought back to what it was opened as: not where a callback has a part in that, which the driver
    /// runs only for new ones.
    /// </summary>
    public bool CanReset { get; }

    /// <summary>How many statements stay prepared on a session.</summary>
    public int MaxPreparedStatements { get; }

    /// <summary>After how many executions a text is prepared by itself; 0 for never.</summary>
    public int AutoPrepareMinUsages { get; }

    /// <summary>Whether generated queries are to go past the driver where they can.</summary>
    public bool UsesWire { get; }

    /// <summary>Why they cannot on any session, as the end of a sentence; null where nothing speaks against it.</summary>
    public string? WireObstacle { get; }

    /// <summary>What GUIDs look like.</summary>
    public MySqlGuidFormat GuidFormat => _driver switch
    {
        { GuidFormat: not MySqlGuidFormat.Default and var format } => format,
        { OldGuids: true } => MySqlGuidFormat.LittleEndianBinary16,
        _ => MySqlGuidFormat.Char36,
    };

    /// <summary>Whether <c>@name</c> in a text may be a variable of the session's.</summary>
    public bool AllowUserVariables => _driver.AllowUserVariables;

    /// <summary>Whether sessions are to live for interactive_timeout.</summary>
    public bool IsInteractive => _driver.InteractiveSession;

    public string Server => _driver.Server;

    public string Database => _driver.Database;

    /// <summary>In seconds; zero for no limit.</summary>
    public int ConnectionTimeout => (int)_driver.ConnectionTimeout;

    /// <summary>In seconds; zero for no limit.</summary>
    public int DefaultCommandTimeout => (int)_driver.DefaultCommandTimeout;

    /// <summary>How long a statement may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan CommandTimeout => TimeLimits.OfSeconds(DefaultCommandTimeout);

    /// <summary>
    /// How long the server may take to stop a statement whose time is up: Cancellation Timeout, at most its default, and a second
    /// for the answer; nothing where it is negative.
    /// </summary>
    public TimeSpan CancellationGrace => _driver.CancellationTimeout switch
    {
        < 0 => TimeSpan.Zero,
        0 => TimeSpan.FromSeconds(LongestCancellation + 1),
        var seconds => TimeSpan.FromSeconds(Math.Min(seconds, LongestCancellation) + 1),
    };

    /// <summary>How long opening may take as a whole; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan OpenTimeout => ConnectionTimeout is 0 or > LongestTimeout ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(ConnectionTimeout);

    /// <summary>
    /// A driver connection whose one attempt to open ends, at the latest, about when <paramref name="timeLeft"/> does; with the
    /// callbacks of the connection that it is for, if that has any.
    /// </summary>
    public MySqlConnection CreateDriverConnection(TimeSpan timeLeft, ResilientMySqlConnection? owner = null)
    {
        // The driver counts whole seconds, and takes none for no limit.
        double seconds = Math.Max(1, Math.Ceiling(timeLeft.TotalSeconds));
        bool isBoundAlready = ConnectionTimeout == 0 ? timeLeft == TimeSpan.MaxValue : seconds >= ConnectionTimeout;
        return Source.CreateConnection(
            isBoundAlready ? _driverConnectionString : string.Create(CultureInfo.InvariantCulture, $"{_driverConnectionString};Connection Timeout={seconds}"),
            owner);
    }

    /// <summary>
    /// <paramref name="connectionString"/>, with the password of another one where it has none of its own and may show it; and
    /// whether that password is one that the other does not show once it was opened.
    /// </summary>
    public static (string ConnectionString, bool HidesPassword) WithPasswordOf(string other, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var builder = new ResilientMySqlConnectionStringBuilder(connectionString);
        MySqlConnectionStringBuilder driver = builder.ToDriver();
        MySqlConnectionStringBuilder otherDriver = new ResilientMySqlConnectionStringBuilder(other).ToDriver();
        bool isCopied = driver.Password.Length == 0 && (!driver.PersistSecurityInfo || otherDriver.PersistSecurityInfo);
        if (isCopied)
            builder["Password"] = otherDriver.Password;

        return (builder.ConnectionString, isCopied && !otherDriver.PersistSecurityInfo);
    }

    private static string WithoutPassword(ResilientMySqlConnectionStringBuilder builder, bool persistSecurityInfo)
    {
        if (!persistSecurityInfo)
            builder.Remove("Password");

        return builder.ConnectionString;
    }
}
