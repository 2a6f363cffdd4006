using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Streaming;

/// <summary>The open rows of a generated query, by whichever way they come. The default has none.</summary>
internal readonly struct StreamedRows
{
    // A reader or a cursor, both of them sealed: finding out which costs a comparison, and whoever holds the rows one field.
    private readonly object? _rows;

    public StreamedRows(ResilientMySqlDataReader reader) => _rows = reader;

    public StreamedRows(WireCursor cursor) => _rows = cursor;

    public bool IsNone => _rows is null;

    /// <summary>Which of the statements that its connection's reader or cursor has served.</summary>
    public int Turn => _rows is WireCursor cursor ? cursor.Turn : Reader.Turn;

    public bool IsClosed => _rows is WireCursor cursor ? cursor.IsClosed : Reader.IsClosed;

    public ResilientMySqlConnection Connection => _rows is WireCursor cursor ? cursor.Connection : Reader.Connection;

    private ResilientMySqlDataReader Reader => (ResilientMySqlDataReader)_rows!;

    /// <summary>Holds the columns against the members that they are about to fill.</summary>
    /// <inheritdoc cref="ColumnCheck.Hold(MySqlConnector.MySqlDataReader, ReadOnlySpan{string}, string, bool)"/>
    public void Hold(ReadOnlySpan<string> members, string sql)
    {
        if (_rows is WireCursor cursor)
        {
            cursor.Hold(members, sql);
            return;
        }

        PreparedStatements statements = Reader.Connection.OpenSession().Statements;
        ColumnCheck.Hold(Reader.Rows, members, sql, isNew: !statements.HasWorked);
        statements.NoteWorked();
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Read() => _rows is WireCursor cursor ? cursor.ReadAsync<SyncIo>(default).Unwrap() : Reader.Read();

    /// <inheritdoc cref="Read"/>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _rows is WireCursor cursor
        ? cursor.ReadAsync<AsyncIo>(cancellationToken)
        : new(Reader.ReadAsync(cancellationToken));

    /// <summary>What the query makes of the current row.</summary>
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    public TResult Get<TQuery, TResult>()
        where TQuery : struct, IQuery<TResult>
        where TResult : allows ref struct =>
        _rows is WireCursor cursor ? cursor.Get<TQuery, TResult>() : QueryRow.Read<TQuery, TResult>(Reader.Rows);

    /// <summary>Skips what is left of them; nothing where they are closed.</summary>
    public ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo => _rows switch
    {
        WireCursor cursor => cursor.IsClosed ? default : cursor.CloseAsync<TIo>(),
        null => default,
        _ => Reader.CloseAsync<TIo>(),
    };
}
