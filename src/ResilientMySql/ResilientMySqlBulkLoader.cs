using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>Loads a file or a stream of lines into a table, by <c>LOAD DATA</c>.</summary>
/// <remarks>
/// <para>Takes the place of <see cref="MySqlBulkLoader"/>. For a file or a stream on this side, the connection string must say
/// <c>Allow Load Local Infile=true</c>, and the server must have <c>local_infile</c> on.</para>
/// <para>A session that died while nobody looked is replaced before anything is read. Once the load has begun nothing is
/// repaired: where its session is lost, a <see cref="ResilientMySqlException"/> says that the outcome is unknown, or that the
/// transaction is lost. It is never begun a second time.</para>
/// <para>When a load is cancelled, the server is asked to stop it, and the rest of its source is read in vain. Where that takes
/// long, or its time is up, its session is given up, and with it an open transaction. In either case the server rolls back what
/// it has loaded (in tables of a transactional engine).</para>
/// <para>Instances are not thread-safe.</para>
/// </remarks>
public sealed class ResilientMySqlBulkLoader
{
    /// <summary>A load on a connection.</summary>
    public ResilientMySqlBulkLoader(ResilientMySqlConnection connection)
    {
        Connection = connection;
    }

    /// <summary>The character set of the source; null, the default, for the one of the schema.</summary>
    public string? CharacterSet { get; set; }

    /// <summary>
    /// The columns, or user variables, that the source's fields go to; empty, the default, for all of the table. A user variable
    /// pins the session: should it be lost, so is the variable.
    /// </summary>
    public List<string> Columns { get; } = [];

    /// <summary>What happens to rows whose keys are taken. Default: <see cref="MySqlBulkLoaderConflictOption.None"/>, an error.</summary>
    public MySqlBulkLoaderConflictOption ConflictOption { get; set; }

    /// <summary>The connection; its open transaction, if it has one, is the load's.</summary>
    public ResilientMySqlConnection Connection { get; set; }

    /// <summary>What stands before a character that is meant as it is; the default, '\0', for the server's, a backslash.</summary>
    public char EscapeCharacter { get; set; }

    /// <summary>Assignments, such as <c>b = UPPER(@b)</c>, that compute further columns. Default: none.</summary>
    public List<string> Expressions { get; } = [];

    /// <summary>What stands around fields; the default, '\0', for nothing.</summary>
    public char FieldQuotationCharacter { get; set; }

    /// <summary>Whether only some fields are quoted. Default: false.</summary>
    public bool FieldQuotationOptional { get; set; }

    /// <summary>What ends a field; null, the default, for the server's, a tabulator.</summary>
    public string? FieldTerminator { get; set; }

    /// <summary>The file: here where <see cref="Local"/> is true, else on the server. Either this or <see cref="SourceStream"/>.</summary>
    public string? FileName { get; set; }

    /// <summary>What stands before each line and is left out. Default: null, nothing.</summary>
    public string? LinePrefix { get; set; }

    /// <summary>What ends a line; null, the default, for the server's, a line feed.</summary>
    public string? LineTerminator { get; set; }

    /// <summary>Whether the source is on this side. Default: true.</summary>
    public bool Local { get; set; } = true;

    /// <summary>How many lines are left out at the start. Default: 0.</summary>
    public int NumberOfLinesToSkip { get; set; }

    /// <summary>Whether the load waits for readers, or lets them in. Default: <see cref="MySqlBulkLoaderPriority.None"/>.</summary>
    public MySqlBulkLoaderPriority Priority { get; set; }

    /// <summary>What is loaded, from its position on, and disposed of. Either this or <see cref="FileName"/>.</summary>
    public Stream? SourceStream { get; set; }

    /// <summary>The table, quoted where its name needs it.</summary>
    public string? TableName { get; set; }

    /// <summary>
    /// How long the load may take, recovery of a lost session included; 0, the default, for no limit. In seconds, as the driver
    /// counts it (its documentation says milliseconds).
    /// </summary>
    public int Timeout { get; set; }

    internal TimeSpan TimeLimit => TimeLimits.OfSeconds(Timeout);

    /// <summary>Loads all of the source. Opens a closed connection, and closes it again.</summary>
    /// <returns>How many rows were inserted.</returns>
    /// <exception cref="ResilientMySqlException">The session was lost under way; the outcome is unknown.</exception>
    public int Load() => LoadAsync<SyncIo>(default).Unwrap();

    /// <inheritdoc cref="Load"/>
    public Task<int> LoadAsync() => LoadAsync<AsyncIo>(default).AsTask();

    /// <inheritdoc cref="Load"/>
    public Task<int> LoadAsync(CancellationToken cancellationToken) => LoadAsync<AsyncIo>(cancellationToken).AsTask();

    /// <summary>A loader of the driver's on the session's physical connection; it changes its own FileName, so that each is used once.</summary>
    internal MySqlBulkLoader CreateDriverLoader(Session session, CallBudget? budget)
    {
        var inner = new MySqlBulkLoader(session.Driver)
        {
            CharacterSet = CharacterSet,
            ConflictOption = ConflictOption,
            EscapeCharacter = EscapeCharacter,
            FieldQuotationCharacter = FieldQuotationCharacter,
            FieldQuotationOptional = FieldQuotationOptional,
            FieldTerminator = FieldTerminator,
            FileName = FileName,
            LinePrefix = LinePrefix,
            LineTerminator = LineTerminator,
            Local = Local,
            NumberOfLinesToSkip = NumberOfLinesToSkip,
            Priority = Priority,
            SourceStream = SourceStream,
            TableName = TableName,
            Timeout = budget?.SecondsLeft(Timeout) ?? Timeout,
        };
        inner.Columns.AddRange(Columns);
        inner.Expressions.AddRange(Expressions);
        return inner;
    }

    private ValueTask<int> LoadAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ThrowIfIncomplete();
        string text = LoadText.Of(Local, TableName, Columns, Expressions);
        return OpeningCall.RunAsync<TIo, BulkLoadCall, int>(Connection, new(this, text), cancellationToken);
    }

    private void ThrowIfIncomplete()
    {
        if (Connection is null)
            throw new InvalidOperationException("The load has no connection: set its Connection property.");

        if (string.IsNullOrWhiteSpace(TableName))
            throw new InvalidOperationException("The load has no table: set TableName first.");

        bool hasFile = !string.IsNullOrWhiteSpace(FileName);
        if (hasFile == SourceStream is not null)
            throw new InvalidOperationException("Exactly one of FileName and SourceStream must be set.");

        if (!Local && !hasFile)
            throw new InvalidOperationException("A stream is on this side: Local must be true for it.");
    }
}
