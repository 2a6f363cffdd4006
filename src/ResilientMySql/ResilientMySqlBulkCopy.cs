using System.Data;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Execution;
using ResilientMySql.Execution.Rows;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>Copies rows from memory or from a reader into a table, fast: by <c>LOAD DATA LOCAL</c>.</summary>
/// <remarks>
/// <para>Takes the place of <see cref="MySqlBulkCopy"/>. The connection string must say <c>Allow Load Local Infile=true</c>, and the
/// server must have <c>local_infile</c> on.</para>
/// <para>A session that died while nobody looked is replaced before the first row is read. Once the copy has begun nothing is
/// repaired: where its session is lost, a <see cref="ResilientMySqlException"/> says that the outcome is unknown, or that the
/// transaction is lost. It is never begun a second time, and the source is never read twice.</para>
/// <para>When a copy is cancelled, the server is asked to stop it. Where that does not help soon, or its time is up, its session is
/// given up, and with it an open transaction. In either case the server rolls back what it has loaded (in tables of a
/// transactional engine). A source that blocks is waited for.</para>
/// <para>Afterwards the session holds user variables of the driver, so that it is closed with the connection and not lent
/// again. Instances are not thread-safe.</para>
/// </remarks>
public sealed class ResilientMySqlBulkCopy
{
    private readonly ResilientMySqlConnection _connection;
    private readonly ResilientMySqlTransaction? _transaction;
    private Session? _session;
    private int _rowsCopied;

    /// <summary>A copy on a connection, and in its transaction if there is one.</summary>
    public ResilientMySqlBulkCopy(ResilientMySqlConnection connection, ResilientMySqlTransaction? transaction = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _transaction = transaction;
    }

    /// <summary>
    /// Raised whenever another <see cref="NotifyAfter"/> rows were read from the source; the server need not have them yet. A
    /// handler may end the copy (<see cref="MySqlRowsCopiedEventArgs.Abort"/>): the server keeps what it was sent before.
    /// </summary>
    /// <remarks>A handler that throws ends the copy too, with the same effect.</remarks>
    public event MySqlRowsCopiedEventHandler? MySqlRowsCopied;

    /// <summary>What happens to rows whose keys are taken. Default: <see cref="MySqlBulkLoaderConflictOption.None"/>, an error.</summary>
    public MySqlBulkLoaderConflictOption ConflictOption { get; set; }

    /// <summary>How long the copy may take, recovery of a lost session included, in seconds; 0, the default, for no limit.</summary>
    public int BulkCopyTimeout { get; set; }

    /// <summary>The table, quoted where its name needs it.</summary>
    public string? DestinationTableName { get; set; }

    /// <summary>After how many rows each <see cref="MySqlRowsCopied"/> is raised; 0, the default, for never.</summary>
    public int NotifyAfter { get; set; }

    /// <summary>
    /// Which column of the source goes where; empty, the default, where the source's columns are the table's, in its order. A
    /// mapping to a user variable pins the session: should it be lost, so is the variable.
    /// </summary>
    public List<MySqlBulkCopyColumnMapping> ColumnMappings { get; } = [];

    /// <summary>How many rows the last copy has read from its source.</summary>
    [Obsolete("Use MySqlBulkCopyResult.RowsInserted, which WriteToServer returns.")]
    public int RowsCopied => _rowsCopied;

    internal TimeSpan Timeout => TimeLimits.OfSeconds(BulkCopyTimeout);

    /// <summary>Whether the copy that runs, or was the last, has begun to read its source.</summary>
    internal bool HasReadRows { get; private set; }

    /// <summary>Whether it read no further because it was cancelled.</summary>
    internal bool WasStopped { get; private set; }

    /// <summary>The driver's command behind it.</summary>
    internal ActiveCommand? Running { get; private set; }

    /// <summary>Copies all rows of <paramref name="dataTable"/>. Opens a closed connection, and closes it again.</summary>
    /// <exception cref="ResilientMySqlException">The session was lost under way; the outcome is unknown.</exception>
    public MySqlBulkCopyResult WriteToServer(DataTable dataTable)
    {
        ArgumentNullException.ThrowIfNull(dataTable);
        return WriteAsync<SyncIo>(new DataTableSource(dataTable), default).Unwrap();
    }

    /// <inheritdoc cref="WriteToServer(DataTable)"/>
    public ValueTask<MySqlBulkCopyResult> WriteToServerAsync(DataTable dataTable, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataTable);
        return WriteAsync<AsyncIo>(new DataTableSource(dataTable), cancellationToken);
    }

    /// <summary>
    /// Copies the first <paramref name="columnCount"/> columns of all <paramref name="dataRows"/>. Opens a closed connection, and
    /// closes it again.
    /// </summary>
    /// <exception cref="ResilientMySqlException">The session was lost under way; the outcome is unknown.</exception>
    public MySqlBulkCopyResult WriteToServer(IEnumerable<DataRow> dataRows, int columnCount)
    {
        ArgumentNullException.ThrowIfNull(dataRows);
        return WriteAsync<SyncIo>(new DataRowsSource(dataRows, columnCount), default).Unwrap();
    }

    /// <inheritdoc cref="WriteToServer(IEnumerable{DataRow}, int)"/>
    public ValueTask<MySqlBulkCopyResult> WriteToServerAsync(
        IEnumerable<DataRow> dataRows, int columnCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataRows);
        return WriteAsync<AsyncIo>(new DataRowsSource(dataRows, columnCount), cancellationToken);
    }

    /// <summary>
    /// Copies all rows that <paramref name="dataReader"/> has yet to read; it must be on another connection. Opens a closed
    /// connection, and closes it again.
    /// </summary>
    /// <exception cref="ResilientMySqlException">The session was lost under way; the outcome is unknown.</exception>
    public MySqlBulkCopyResult WriteToServer(IDataReader dataReader)
    {
        ArgumentNullException.ThrowIfNull(dataReader);
        return WriteAsync<SyncIo>(new DataReaderSource(dataReader), default).Unwrap();
    }

    /// <inheritdoc cref="WriteToServer(IDataReader)"/>
    public ValueTask<MySqlBulkCopyResult> WriteToServerAsync(IDataReader dataReader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataReader);
        return WriteAsync<AsyncIo>(new DataReaderSource(dataReader), cancellationToken);
    }

    /// <summary>The driver's copy on the session's physical connection, which tells us of every row.</summary>
    internal MySqlBulkCopy Attach(Session session, CallBudget? budget)
    {
        _session = session;
        Running = new ActiveCommand(session.Driver);
        WasStopped = false;
        var inner = new MySqlBulkCopy(session.Driver, _transaction?.Inner)
        {
            BulkCopyTimeout = budget?.SecondsLeft(BulkCopyTimeout) ?? BulkCopyTimeout,
            ConflictOption = ConflictOption,
            DestinationTableName = DestinationTableName,
            NotifyAfter = 1,
        };
        inner.ColumnMappings.AddRange(ColumnMappings);
        inner.MySqlRowsCopied += OnRowCopied;
        return inner;
    }

    internal void Detach(MySqlBulkCopy inner)
    {
        inner.MySqlRowsCopied -= OnRowCopied;
        _session = null;
    }

    private ValueTask<MySqlBulkCopyResult> WriteAsync<TIo>(IRowSource source, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (DestinationTableName is null)
            throw new InvalidOperationException("The copy has no table: set DestinationTableName first.");

        HasReadRows = false;
        _rowsCopied = 0;
        string text = LoadText.Of(
            isLocal: true,
            DestinationTableName,
            ColumnMappings.Select(static mapping => mapping.Expression is not null && mapping.DestinationColumn is ['@', ..]
                ? mapping.DestinationColumn
                : $"`{mapping.DestinationColumn.Replace("`", "``", StringComparison.Ordinal)}`"),
            ColumnMappings.Select(static mapping => mapping.Expression).OfType<string>());
        return OpeningCall.RunAsync<TIo, BulkCopyCall, MySqlBulkCopyResult>(_connection, new(this, text, source), cancellationToken);
    }

    private void OnRowCopied(object sender, MySqlRowsCopiedEventArgs progress)
    {
        HasReadRows = true;
        _rowsCopied = (int)progress.RowsCopied;

        // Else the driver would read on until it has a packet to send, or the source has an end.
        if (IsOver())
            progress.Abort = WasStopped = true;
        else if (NotifyAfter > 0 && progress.RowsCopied % NotifyAfter == 0)
            MySqlRowsCopied?.Invoke(this, progress);
    }

    /// <summary>The server takes no more: it has stopped, so that ending here does not make it keep what it has got, or is not there any more.</summary>
    private bool IsOver() => _session is not { Watch: { IsAbandoned: false } watch } || (watch.HasAskedToStop && Running is { IsStopping: true });
}
