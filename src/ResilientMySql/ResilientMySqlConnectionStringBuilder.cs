using System.Collections;
using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.ConnectionStrings;

namespace ResilientMySql;

/// <summary>
/// A connection string: every keyword of MySqlConnector, and the keywords of this library beside them.
/// </summary>
/// <remarks>
/// <para>Takes the place of <see cref="MySqlConnectionStringBuilder"/>. Unknown keywords and values that do not fit throw as soon
/// as they are set; the error for an unknown keyword names the nearest one.</para>
/// <para>A keyword is known by all the names that the driver has for it, and is written back by its first.</para>
/// </remarks>
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The base class decides; the driver's builder is the same.")]
public sealed class ResilientMySqlConnectionStringBuilder : DbConnectionStringBuilder
{
    // The driver's part once more, for its defaults, conversions and checks.
    private readonly MySqlConnectionStringBuilder _driver = new();

    /// <summary>An empty connection string: every keyword has its default.</summary>
    public ResilientMySqlConnectionStringBuilder()
    {
    }

    /// <summary>Reads <paramref name="connectionString"/>.</summary>
    /// <exception cref="ArgumentException">A keyword is unknown, or a value does not fit its keyword.</exception>
    public ResilientMySqlConnectionStringBuilder(string? connectionString)
    {
        ConnectionString = connectionString ?? "";
    }

    /// <summary>Whether lost sessions are repaired. Default: <see cref="RecoveryMode.Auto"/>.</summary>
    [Category("Recovery"), DisplayName("Recovery"), DefaultValue(RecoveryMode.Auto)]
    public RecoveryMode Recovery { get => (RecoveryMode)Own(OwnKeywords.Recovery); set => this["Recovery"] = value; }

    /// <summary>
    /// How long a call may spend on replacing a lost session, in seconds, 1 to 86,400; the command's own timeout bounds it as
    /// well. Default: 15.
    /// </summary>
    [Category("Recovery"), DisplayName("Recovery Timeout"), DefaultValue(15u)]
    public uint RecoveryTimeout { get => (uint)Own(OwnKeywords.RecoveryTimeout); set => this["Recovery Timeout"] = value; }

    /// <summary>
    /// Which server may take the place of the one that a session was lost on, while it is in use. Default:
    /// <see cref="ServerChange.Equivalent"/>.
    /// </summary>
    [Category("Recovery"), DisplayName("Server Change"), DefaultValue(ServerChange.Equivalent)]
    public ServerChange ServerChange { get => (ServerChange)Own(OwnKeywords.ServerChange); set => this["Server Change"] = value; }

    /// <summary>
    /// When a session is reset that comes back to the pool. Default: <see cref="ResetMode.Smart"/>: where its user has changed
    /// it.
    /// </summary>
    [Category("Pooling"), DisplayName("Reset"), DefaultValue(ResetMode.Smart)]
    public ResetMode Reset { get => (ResetMode)Own(OwnKeywords.Reset); set => this["Reset"] = value; }

    /// <summary>
    /// When it is looked whether a session is still alive, which costs no round trip. Default: <see cref="ProbeMode.BeforeCall"/>.
    /// </summary>
    [Category("Recovery"), DisplayName("Probe"), DefaultValue(ProbeMode.BeforeCall)]
    public ProbeMode Probe { get => (ProbeMode)Own(OwnKeywords.Probe); set => this["Probe"] = value; }

    /// <summary>Whether an idle session belongs to the thread that used it last. Default: <see cref="SessionAffinity.None"/>.</summary>
    [Category("Pooling"), DisplayName("Session Affinity"), DefaultValue(SessionAffinity.None)]
    public SessionAffinity SessionAffinity { get => (SessionAffinity)Own(OwnKeywords.SessionAffinity); set => this["Session Affinity"] = value; }

    /// <summary>
    /// What is run on each physical session when it was opened, replaced or reset, before anything else: <c>SET</c>, <c>USE</c> and
    /// <c>DO</c> statements, separated by semicolons. What they set is what a session starts with. Default: empty.
    /// </summary>
    [AllowNull]
    [Category("Pooling"), DisplayName("Session Init Sql"), DefaultValue("")]
    public string SessionInitSql { get => (string)Own(OwnKeywords.SessionInitSql); set => this["Session Init Sql"] = value; }

    /// <summary>
    /// How long opening waits for a session while all of them are in use, in seconds, 0 to 86,400, never longer than
    /// <see cref="ConnectionTimeout"/>; 0 to fail at once, -1 for as long as that lets it. Default: -1. A session that is just pinged
    /// or replaced in the background counts as in use.
    /// </summary>
    [Category("Pooling"), DisplayName("Acquire Timeout"), DefaultValue(-1)]
    public int AcquireTimeout { get => (int)Own(OwnKeywords.AcquireTimeout); set => this["Acquire Timeout"] = value; }

    /// <summary>
    /// How many sessions the pool keeps that nobody uses, never fewer than <see cref="MinimumPoolSize"/>; more than that are closed
    /// as they come back. 0 for no limit but <see cref="MaximumPoolSize"/>. Default: 0.
    /// </summary>
    [Category("Pooling"), DisplayName("Maximum Idle Sessions"), DefaultValue(0u)]
    public uint MaximumIdleSessions { get => (uint)Own(OwnKeywords.MaximumIdleSessions); set => this["Maximum Idle Sessions"] = value; }

    /// <summary>How often a physical session is lent before another takes its place; 0 for no limit. Default: 0.</summary>
    [Category("Pooling"), DisplayName("Max Session Uses"), DefaultValue(0u)]
    public uint MaxSessionUses { get => (uint)Own(OwnKeywords.MaxSessionUses); set => this["Max Session Uses"] = value; }

    /// <summary>
    /// How many physical sessions are opened at the same time, so that a server that comes back is not run over. Others wait inside
    /// their deadlines. At least 1. Default: 8.
    /// </summary>
    [Category("Pooling"), DisplayName("Max Concurrent Opens"), DefaultValue(8u)]
    public uint MaxConcurrentOpens { get => (uint)Own(OwnKeywords.MaxConcurrentOpens); set => this["Max Concurrent Opens"] = value; }

    /// <summary>
    /// How long an idle session of the pool rests before it is pinged, in seconds, 0 to 86,400, so that no firewall forgets it; up
    /// to a fifth less, by chance. 0 for never. Default: 0. <see cref="Keepalive"/> is the operating system's.
    /// </summary>
    [Category("Pooling"), DisplayName("Keepalive Interval"), DefaultValue(0u)]
    public uint KeepaliveInterval { get => (uint)Own(OwnKeywords.KeepaliveInterval); set => this["Keepalive Interval"] = value; }

    /// <summary>
    /// Whether closing a connection gives its session back to the pool. False: the connection keeps it, cleaned, until it is
    /// disposed of, and opens with it again. Default: true.
    /// </summary>
    [Category("Pooling"), DisplayName("Close Returns Session"), DefaultValue(true)]
    public bool CloseReturnsSession { get => (bool)Own(OwnKeywords.CloseReturnsSession); set => this["Close Returns Session"] = value; }

    /// <summary>
    /// Whether it is remembered where a connection was opened, so that the warning about one that was dropped without being closed
    /// says it. Costs a stack trace for each opening. Default: false.
    /// </summary>
    [Category("Pooling"), DisplayName("Leak Tracing"), DefaultValue(false)]
    public bool LeakTracing { get => (bool)Own(OwnKeywords.LeakTracing); set => this["Leak Tracing"] = value; }

    /// <summary>
    /// How many statements stay prepared on a session from one user to the next; the one that was not used for longest makes room
    /// for another. Default: 200. 0: none does: generated queries run as text, what is prepared by hand is prepared until the
    /// connection is closed, and nothing is prepared by itself.
    /// </summary>
    [Category("Pooling"), DisplayName("Max Prepared Statements"), DefaultValue(200u)]
    public uint MaxPreparedStatements { get => (uint)Own(OwnKeywords.MaxPreparedStatements); set => this["Max Prepared Statements"] = value; }

    /// <summary>
    /// After how many executions on a session a command's text is prepared by itself; 0 for never. Default: 0. Only single
    /// statements that read or write rows, without one-shot state such as LAST_INSERT_ID(), without parameters in ORDER BY or GROUP
    /// BY, and on sessions whose schema and settings were not changed.
    /// </summary>
    /// <remarks>
    /// Results come in the binary protocol then: columns that are made from parameters may have other names and types, floating-point
    /// parameters are no longer decimal literals, and FLOAT columns come with full precision.
    /// </remarks>
    [Category("Pooling"), DisplayName("Auto Prepare Min Usages"), DefaultValue(0u)]
    public uint AutoPrepareMinUsages { get => (uint)Own(OwnKeywords.AutoPrepareMinUsages); set => this["Auto Prepare Min Usages"] = value; }

    /// <summary>
    /// Whether generated queries may speak to the server past the driver's commands: a call allocates nothing then but its result.
    /// Default: <see cref="WireMode.Auto"/>.
    /// </summary>
    [Category("Pooling"), DisplayName("Wire"), DefaultValue(WireMode.Auto)]
    public WireMode Wire { get => (WireMode)Own(OwnKeywords.Wire); set => this["Wire"] = value; }

    /// <summary>
    /// The server's host name or address, or several separated by commas, which are tried in the order that
    /// <see cref="LoadBalance"/> gives. With <see cref="MySqlConnectionProtocol.UnixSocket"/>, the path of the socket's file.
    /// Default: empty; a connection cannot be opened without it.
    /// </summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Server"), DefaultValue("")]
    public string Server { get => _driver.Server; set => this["Server"] = value; }

    /// <summary>The server's TCP port, 1 to 65,535. Default: 3306.</summary>
    [Category("Connection"), DisplayName("Port"), DefaultValue(3306u)]
    public uint Port { get => _driver.Port; set => this["Port"] = value; }

    /// <summary>Who logs in. Default: empty.</summary>
    [AllowNull]
    [Category("Connection"), DisplayName("User ID"), DefaultValue("")]
    public string UserID { get => _driver.UserID; set => this["User ID"] = value; }

    /// <summary>
    /// The password of <see cref="UserID"/>. Default: empty. Not shown again once a connection was opened, unless
    /// <see cref="PersistSecurityInfo"/> is on.
    /// </summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Password"), DefaultValue("")]
    public string Password { get => _driver.Password; set => this["Password"] = value; }

    /// <summary>The schema that a session starts in. Default: empty, for none.</summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Database"), DefaultValue("")]
    public string Database { get => _driver.Database; set => this["Database"] = value; }

    /// <summary>
    /// In which order several servers are tried. Default: <see cref="MySqlLoadBalance.RoundRobin"/>. Every physical session
    /// chooses for itself: <see cref="MySqlLoadBalance.Random"/> shuffles them, and all other values, for the time being, try
    /// them as they are listed. Which of them may take the place of a lost one is up to <see cref="ServerChange"/>.
    /// </summary>
    [Category("Connection"), DisplayName("Load Balance"), DefaultValue(MySqlLoadBalance.RoundRobin)]
    public MySqlLoadBalance LoadBalance { get => _driver.LoadBalance; set => this["Load Balance"] = value; }

    /// <summary>Over which transport. Default: <see cref="MySqlConnectionProtocol.Socket"/>, TCP.</summary>
    [Category("Connection"), DisplayName("Connection Protocol"), DefaultValue(MySqlConnectionProtocol.Socket)]
    public MySqlConnectionProtocol ConnectionProtocol { get => _driver.ConnectionProtocol; set => this["Connection Protocol"] = value; }

    /// <summary>
    /// The named pipe, where <see cref="ConnectionProtocol"/> is <see cref="MySqlConnectionProtocol.NamedPipe"/> (Windows only).
    /// Default: MYSQL.
    /// </summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Pipe Name"), DefaultValue("MYSQL")]
    public string PipeName { get => _driver.PipeName; set => this["Pipe Name"] = value; }

    /// <summary>
    /// Whether the link is encrypted, and how far the server's certificate is checked. Default:
    /// <see cref="MySqlSslMode.Preferred"/>: encrypted where the server can, unchecked. While a session is in use, it is never
    /// replaced by one that is less safe.
    /// </summary>
    [Category("TLS"), DisplayName("SSL Mode"), DefaultValue(MySqlSslMode.Preferred)]
    public MySqlSslMode SslMode { get => _driver.SslMode; set => this["SSL Mode"] = value; }

    /// <summary>
    /// Path of the client's certificate with its private key, in PKCS #12 (.pfx). Default: empty. Read anew for every physical
    /// session.
    /// </summary>
    [AllowNull]
    [Category("TLS"), DisplayName("Certificate File"), DefaultValue("")]
    public string CertificateFile { get => _driver.CertificateFile; set => this["Certificate File"] = value; }

    /// <summary>The password of <see cref="CertificateFile"/>. Default: empty.</summary>
    [AllowNull]
    [Category("TLS"), DisplayName("Certificate Password"), DefaultValue("")]
    public string CertificatePassword { get => _driver.CertificatePassword; set => this["Certificate Password"] = value; }

    /// <summary>
    /// Which certificate store the client's certificate is in. Default: <see cref="MySqlCertificateStoreLocation.None"/>, in
    /// none.
    /// </summary>
    [Category("TLS"), DisplayName("Certificate Store Location"), DefaultValue(MySqlCertificateStoreLocation.None)]
    public MySqlCertificateStoreLocation CertificateStoreLocation { get => _driver.CertificateStoreLocation; set => this["Certificate Store Location"] = value; }

    /// <summary>Which certificate of the store of <see cref="CertificateStoreLocation"/>. Default: empty.</summary>
    [AllowNull]
    [Category("TLS"), DisplayName("Certificate Thumbprint"), DefaultValue("")]
    public string CertificateThumbprint { get => _driver.CertificateThumbprint; set => this["Certificate Thumbprint"] = value; }

    /// <summary>Path of the client's certificate in PEM; needs <see cref="SslKey"/> too. Default: empty.</summary>
    [AllowNull]
    [Category("TLS"), DisplayName("SSL Cert"), DefaultValue("")]
    public string SslCert { get => _driver.SslCert; set => this["SSL Cert"] = value; }

    /// <summary>Path of the client's private key in PEM; needs <see cref="SslCert"/> too. Default: empty.</summary>
    [AllowNull]
    [Category("TLS"), DisplayName("SSL Key"), DefaultValue("")]
    public string SslKey { get => _driver.SslKey; set => this["SSL Key"] = value; }

    /// <summary>The former name of <see cref="SslCa"/>.</summary>
    [AllowNull]
    [Category("Obsolete"), DisplayName("CA Certificate File"), DefaultValue(""), Obsolete("Use SslCa instead."), Browsable(false)]
    public string CACertificateFile { get => _driver.SslCa; set => this["SSL CA"] = value; }

    /// <summary>
    /// Path of the certificate, in PEM, of the authority that signed the server's; for <see cref="MySqlSslMode.VerifyCA"/> and
    /// <see cref="MySqlSslMode.VerifyFull"/>, where the operating system does not know it. Default: empty.
    /// </summary>
    [AllowNull]
    [Category("TLS"), DisplayName("SSL CA"), DefaultValue("")]
    public string SslCa { get => _driver.SslCa; set => this["SSL CA"] = value; }

    /// <summary>
    /// Whether a certificate is accepted under <see cref="MySqlSslMode.VerifyFull"/> without asking if it was revoked. Default:
    /// false.
    /// </summary>
    [Category("TLS"), DisplayName("Skip Certificate Revocation Check"), DefaultValue(false)]
    public bool SkipCertificateRevocationCheck { get => _driver.SkipCertificateRevocationCheck; set => this["Skip Certificate Revocation Check"] = value; }

    /// <summary>
    /// The TLS versions that may be used, such as <c>TLS 1.2, TLS 1.3</c>. Default: empty, what the operating system allows.
    /// </summary>
    [AllowNull]
    [Category("TLS"), DisplayName("TLS Version"), DefaultValue("")]
    public string TlsVersion { get => _driver.TlsVersion; set => this["TLS Version"] = value; }

    /// <summary>The cipher suites that may be used, separated by commas. Default: empty, the operating system's choice.</summary>
    [AllowNull]
    [Category("TLS"), DisplayName("TLS Cipher Suites"), DefaultValue("")]
    public string TlsCipherSuites { get => _driver.TlsCipherSuites; set => this["TLS Cipher Suites"] = value; }

    /// <summary>
    /// Whether sessions are kept and lent again. The pool is this library's own; the driver's is never used. Default: true.
    /// </summary>
    [Category("Pooling"), DisplayName("Pooling"), DefaultValue(true)]
    public bool Pooling { get => _driver.Pooling; set => this["Pooling"] = value; }

    /// <summary>
    /// How old a physical session may get, in seconds, up to a tenth less, by chance; 0 for no limit. Default: 0. Older ones are
    /// closed when nobody uses them.
    /// </summary>
    [Category("Pooling"), DisplayName("Connection Lifetime"), DefaultValue(0u)]
    public uint ConnectionLifeTime { get => _driver.ConnectionLifeTime; set => this["Connection Lifetime"] = value; }

    /// <summary>
    /// Whether one user's session state is kept from the next. Default: true. It always is: a session whose state was changed is
    /// reset when it comes back, and one that was not is lent again as it is, without a round trip. False makes no difference;
    /// <see cref="Reset"/> decides.
    /// </summary>
    [Category("Pooling"), DisplayName("Connection Reset"), DefaultValue(true)]
    public bool ConnectionReset { get => _driver.ConnectionReset; set => this["Connection Reset"] = value; }

    /// <summary>Means nothing any more, in the driver and here. Default: true.</summary>
    [Category("Obsolete"), DisplayName("Defer Connection Reset"), DefaultValue(true), Obsolete("Has no effect in MySqlConnector 1.4.0 and later.")]
    public bool DeferConnectionReset { get => (bool)_driver["Defer Connection Reset"]; set => this["Defer Connection Reset"] = value; }

    /// <summary>
    /// Means nothing any more, in the driver and here: whether an idle session lives is seen without asking it. Default: 0.
    /// </summary>
    [Category("Obsolete"), DisplayName("Connection Idle Ping Time"), DefaultValue(0u), Obsolete("Has no effect in MySqlConnector 1.4.0 and later.")]
    public uint ConnectionIdlePingTime { get => (uint)_driver["Connection Idle Ping Time"]; set => this["Connection Idle Ping Time"] = value; }

    /// <summary>
    /// How long a session may lie idle in the pool, in seconds, before it is closed, unless <see cref="MinimumPoolSize"/> keeps it; 0
    /// for no limit. Default: 180.
    /// </summary>
    [Category("Pooling"), DisplayName("Connection Idle Timeout"), DefaultValue(180u)]
    public uint ConnectionIdleTimeout { get => _driver.ConnectionIdleTimeout; set => this["Connection Idle Timeout"] = value; }

    /// <summary>
    /// How many sessions the pool keeps open in any case, from the first one that was opened. Default: 0.
    /// </summary>
    [Category("Pooling"), DisplayName("Minimum Pool Size"), DefaultValue(0u)]
    public uint MinimumPoolSize { get => _driver.MinimumPoolSize; set => this["Minimum Pool Size"] = value; }

    /// <summary>
    /// How many sessions may be open at once, 1 to 2,147,483,647; who needs one more waits for it, up to
    /// <see cref="AcquireTimeout"/>. Default: 100.
    /// </summary>
    [Category("Pooling"), DisplayName("Maximum Pool Size"), DefaultValue(100u)]
    public uint MaximumPoolSize { get => _driver.MaximumPoolSize; set => this["Maximum Pool Size"] = value; }

    /// <summary>
    /// How often the server's name is looked up to leave sessions whose address is no longer its own, in seconds; 0 for never.
    /// Default: 0. Not honoured yet: the name is looked up whenever a physical session is opened, and open ones stay where they
    /// are.
    /// </summary>
    [Category("Pooling"), DisplayName("DNS Check Interval"), DefaultValue(0u)]
    public uint DnsCheckInterval { get => _driver.DnsCheckInterval; set => this["DNS Check Interval"] = value; }

    /// <summary>
    /// Whether <c>LOAD DATA LOCAL</c> may read on this side, which <see cref="ResilientMySqlBulkCopy"/> and
    /// <see cref="ResilientMySqlBulkLoader"/> need. Default: false.
    /// </summary>
    [Category("Other"), DisplayName("Allow Load Local Infile"), DefaultValue(false)]
    public bool AllowLoadLocalInfile { get => _driver.AllowLoadLocalInfile; set => this["Allow Load Local Infile"] = value; }

    /// <summary>
    /// Whether the server's RSA key is taken from the server itself, which lets whoever stands between get the password. Default:
    /// false.
    /// </summary>
    [Category("Other"), DisplayName("Allow Public Key Retrieval"), DefaultValue(false)]
    public bool AllowPublicKeyRetrieval { get => _driver.AllowPublicKeyRetrieval; set => this["Allow Public Key Retrieval"] = value; }

    /// <summary>Whether <c>@name</c> in a statement may be a user variable, and not only a parameter. Default: false.</summary>
    [Category("Other"), DisplayName("Allow User Variables"), DefaultValue(false)]
    public bool AllowUserVariables { get => _driver.AllowUserVariables; set => this["Allow User Variables"] = value; }

    /// <summary>Whether dates are read as <see cref="MySqlDateTime"/>, which can hold <c>0000-00-00</c>. Default: false.</summary>
    [Category("Other"), DisplayName("Allow Zero DateTime"), DefaultValue(false)]
    public bool AllowZeroDateTime { get => _driver.AllowZeroDateTime; set => this["Allow Zero DateTime"] = value; }

    /// <summary>
    /// What the server is told that the program is called (<c>program_name</c>). Default: empty, the name of the program's file.
    /// </summary>
    [AllowNull]
    [Category("Other"), DisplayName("Application Name"), DefaultValue("")]
    public string ApplicationName { get => _driver.ApplicationName; set => this["Application Name"] = value; }

    /// <summary>
    /// Whether a connection that is opened inside a <see cref="System.Transactions.TransactionScope"/> takes part in its
    /// transaction. Default: true.
    /// </summary>
    [Category("Other"), DisplayName("Auto Enlist"), DefaultValue(true)]
    public bool AutoEnlist { get => _driver.AutoEnlist; set => this["Auto Enlist"] = value; }

    /// <summary>
    /// How long the driver waits for the server to stop a statement whose time is up, before it gives the session up: in seconds,
    /// 0 for no limit, -1 for not at all. Default: 2. The deadlines of this library hold whatever it says.
    /// </summary>
    [Category("Other"), DisplayName("Cancellation Timeout"), DefaultValue(2)]
    public int CancellationTimeout { get => _driver.CancellationTimeout; set => this["Cancellation Timeout"] = value; }

    /// <summary>Accepted and left aside, as by the driver: sessions always speak utf8mb4. Default: empty.</summary>
    [AllowNull]
    [Category("Obsolete"), DisplayName("Character Set"), DefaultValue("")]
    public string CharacterSet { get => _driver.CharacterSet; set => this["Character Set"] = value; }

    /// <summary>
    /// How long opening a connection may take as a whole, waiting for a free session included, in seconds; 0 for no limit.
    /// Default: 15.
    /// </summary>
    [Category("Connection"), DisplayName("Connection Timeout"), DefaultValue(15u)]
    public uint ConnectionTimeout { get => _driver.ConnectionTimeout; set => this["Connection Timeout"] = value; }

    /// <summary>Whether <c>0000-00-00</c> is read as <see cref="DateTime.MinValue"/>, and not an error. Default: false.</summary>
    [Category("Other"), DisplayName("Convert Zero DateTime"), DefaultValue(false)]
    public bool ConvertZeroDateTime { get => _driver.ConvertZeroDateTime; set => this["Convert Zero DateTime"] = value; }

    /// <summary>
    /// Of which kind dates are that are read, and must be that are written. Default: <see cref="MySqlDateTimeKind.Unspecified"/>.
    /// </summary>
    [Category("Other"), DisplayName("DateTime Kind"), DefaultValue(MySqlDateTimeKind.Unspecified)]
    public MySqlDateTimeKind DateTimeKind { get => _driver.DateTimeKind; set => this["DateTime Kind"] = value; }

    /// <summary>
    /// How long a command may take that says nothing itself, recovery of a lost session included, in seconds; 0 for no limit.
    /// Default: 30.
    /// </summary>
    [Category("Other"), DisplayName("Default Command Timeout"), DefaultValue(30u)]
    public uint DefaultCommandTimeout { get => _driver.DefaultCommandTimeout; set => this["Default Command Timeout"] = value; }

    /// <summary>Whether the driver's asynchronous methods block; for debugging. Default: false.</summary>
    [Category("Other"), DisplayName("Force Synchronous"), DefaultValue(false)]
    public bool ForceSynchronous { get => _driver.ForceSynchronous; set => this["Force Synchronous"] = value; }

    /// <summary>
    /// Which columns are read as <see cref="Guid"/>. Default: <see cref="MySqlGuidFormat.Default"/>: <c>CHAR(36)</c>, or
    /// <c>BINARY(16)</c> with <see cref="OldGuids"/>.
    /// </summary>
    [Category("Other"), DisplayName("GUID Format"), DefaultValue(MySqlGuidFormat.Default)]
    public MySqlGuidFormat GuidFormat { get => _driver.GuidFormat; set => this["GUID Format"] = value; }

    /// <summary>Whether a command may leave its transaction unnamed while one is open. Default: false.</summary>
    [Category("Other"), DisplayName("Ignore Command Transaction"), DefaultValue(false)]
    public bool IgnoreCommandTransaction { get => _driver.IgnoreCommandTransaction; set => this["Ignore Command Transaction"] = value; }

    /// <summary>Whether preparing a command does nothing. Default: false.</summary>
    [Category("Other"), DisplayName("Ignore Prepare"), DefaultValue(false)]
    public bool IgnorePrepare { get => _driver.IgnorePrepare; set => this["Ignore Prepare"] = value; }

    /// <summary>
    /// Whether the server takes sessions for interactive ones, whose idle limit is <c>interactive_timeout</c> in place of
    /// <c>wait_timeout</c>. Default: false.
    /// </summary>
    [Category("Connection"), DisplayName("Interactive Session"), DefaultValue(false)]
    public bool InteractiveSession { get => _driver.InteractiveSession; set => this["Interactive Session"] = value; }

    /// <summary>
    /// After how many idle seconds TCP asks the other side whether it is there; 0 for the operating system's own. Default: 0.
    /// </summary>
    [Category("Connection"), DisplayName("Keep Alive"), DefaultValue(0u)]
    public uint Keepalive { get => _driver.Keepalive; set => this["Keep Alive"] = value; }

    /// <summary>
    /// Whether backslashes in text parameters stay as they are, for servers with the mode <c>NO_BACKSLASH_ESCAPES</c>. Default:
    /// false.
    /// </summary>
    [Category("Other"), DisplayName("No Backslash Escapes"), DefaultValue(false)]
    public bool NoBackslashEscapes { get => _driver.NoBackslashEscapes; set => this["No Backslash Escapes"] = value; }

    /// <summary>
    /// Whether <c>BINARY(16)</c> is read as <see cref="Guid"/>; <see cref="GuidFormat"/> says it better. Default: false.
    /// </summary>
    [Category("Obsolete"), DisplayName("Old Guids"), DefaultValue(false)]
    public bool OldGuids { get => _driver.OldGuids; set => this["Old Guids"] = value; }

    /// <summary>Whether the password can still be read from a connection that was opened. Default: false.</summary>
    [Category("Other"), DisplayName("Persist Security Info"), DefaultValue(false)]
    public bool PersistSecurityInfo { get => _driver.PersistSecurityInfo; set => this["Persist Security Info"] = value; }

    /// <summary>
    /// Whether the driver may send a second request before the first is answered, where the server can take that. Default: true.
    /// </summary>
    [Category("Other"), DisplayName("Pipelining"), DefaultValue(true)]
    public bool Pipelining { get => _driver.Pipelining; set => this["Pipelining"] = value; }

    /// <summary>
    /// Whether a session goes where its server sends it while it is opened. Default:
    /// <see cref="MySqlServerRedirectionMode.Disabled"/>.
    /// </summary>
    [Category("Connection"), DisplayName("Server Redirection Mode"), DefaultValue(MySqlServerRedirectionMode.Disabled)]
    public MySqlServerRedirectionMode ServerRedirectionMode { get => _driver.ServerRedirectionMode; set => this["Server Redirection Mode"] = value; }

    /// <summary>
    /// Path of the server's RSA key, in PEM, with which passwords are sent over links that are not encrypted. Default: empty.
    /// </summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Server RSA Public Key File"), DefaultValue("")]
    public string ServerRsaPublicKeyFile { get => _driver.ServerRsaPublicKeyFile; set => this["Server RSA Public Key File"] = value; }

    /// <summary>The server's service principal name, for <c>auth_gssapi_client</c>. Default: empty.</summary>
    [AllowNull]
    [Category("Connection"), DisplayName("Server SPN"), DefaultValue("")]
    public string ServerSPN { get => _driver.ServerSPN; set => this["Server SPN"] = value; }

    /// <summary>Whether <c>TINYINT(1)</c> is read as <see cref="bool"/>. Default: true.</summary>
    [Category("Other"), DisplayName("Treat Tiny As Boolean"), DefaultValue(true)]
    public bool TreatTinyAsBoolean { get => _driver.TreatTinyAsBoolean; set => this["Treat Tiny As Boolean"] = value; }

    /// <summary>
    /// Whether rows count as affected only where their values changed, and not where they were found. Default: false.
    /// </summary>
    [Category("Other"), DisplayName("Use Affected Rows"), DefaultValue(false)]
    public bool UseAffectedRows { get => _driver.UseAffectedRows; set => this["Use Affected Rows"] = value; }

    /// <summary>Whether the link is compressed. Default: false.</summary>
    [Category("Other"), DisplayName("Use Compression"), DefaultValue(false)]
    public bool UseCompression { get => _driver.UseCompression; set => this["Use Compression"] = value; }

    /// <summary>
    /// Whether a <see cref="System.Transactions.TransactionScope"/> becomes an XA transaction on the server. Default: true.
    /// </summary>
    [Category("Other"), DisplayName("Use XA Transactions"), DefaultValue(true)]
    public bool UseXaTransactions { get => _driver.UseXaTransactions; set => this["Use XA Transactions"] = value; }

    /// <summary>The keywords that were set, by their first names, in a fixed order: the driver's, then this library's.</summary>
    public override ICollection Keys => base.Keys.Cast<string>().OrderBy(Keywords.OrderOf).ToList();

    /// <summary>A keyword's value by any of its names, its default where it was not set. Null takes it away.</summary>
    /// <exception cref="ArgumentException">The keyword is unknown, or the value does not fit it.</exception>
    [AllowNull]
    public override object this[string keyword]
    {
        get => Keywords.Get(keyword) is OwnKeyword own ? Own(own) : _driver[keyword];
        set
        {
            Keyword known = Keywords.Get(keyword);
            if (known is OwnKeyword own)
            {
                base[known.Name] = value is null ? null : own.Parse(value);
                return;
            }

            _driver[known.Name] = value;
            base[known.Name] = _driver.TryGetValue(known.Name, out object? accepted) ? accepted : null;
        }
    }

    /// <summary>Whether a keyword was set, by any of its names.</summary>
    public override bool ContainsKey(string keyword) => Keywords.Find(keyword) is { } known && base.ContainsKey(known.Name);

    /// <summary>Takes a keyword away, by any of its names; false where it was not set.</summary>
    public override bool Remove(string keyword)
    {
        if (Keywords.Find(keyword) is not { } known)
            return false;

        _driver.Remove(known.Name);
        return base.Remove(known.Name);
    }

    /// <summary>Takes all keywords away.</summary>
    public override void Clear()
    {
        _driver.Clear();
        base.Clear();
    }

    /// <summary>The driver's part of this connection string.</summary>
    internal MySqlConnectionStringBuilder ToDriver() => new(_driver.ConnectionString);

    /// <summary>Lists what a property grid is to show: all keywords but the obsolete ones.</summary>
    [RequiresUnreferencedCode("The types of properties cannot be known ahead.")]
    [UnconditionalSuppressMessage("ReflectionAnalysis", "IL2112:ReflectionToRequiresUnreferencedCode", Justification = "The base class's own method has the same attribute, and callers are warned by that.")]
    protected override void GetProperties(Hashtable propertyDescriptors)
    {
        base.GetProperties(propertyDescriptors);
        foreach (PropertyDescriptor property in propertyDescriptors.Values.Cast<PropertyDescriptor>().ToList())
        {
            bool isKeyword = property.Attributes.OfType<CategoryAttribute>().Any() && !property.Attributes.OfType<ObsoleteAttribute>().Any();
            if (!isKeyword)
                propertyDescriptors.Remove(property.DisplayName);
        }
    }

    private object Own(OwnKeyword keyword) => TryGetValue(keyword.Name, out object? value) ? keyword.Parse(value) : keyword.Default;
}
