using ResilientMySql.Io;
using ResilientMySql.Queries.Streaming;

namespace ResilientMySql.Queries;

/// <summary>The rows of a generated query, for one <c>foreach</c>; on the stack, so that nothing is allocated but what a row itself needs.</summary>
/// <typeparam name="TResult">
/// What each row is read as. Of a <c>ref struct</c>, the members of type <c>ReadOnlySpan&lt;byte&gt;</c> are the column's bytes where
/// they were received, and valid until the next row is asked for; a copy of the row does not keep them.
/// </typeparam>
/// <remarks>
/// <para>The query has been executed when its method returns, and as a data reader its rows must be read to the end or disposed of, which
/// <c>foreach</c> does either way. Until then, nothing else runs on the connection or in the transaction; on a data source the session
/// is lent until then. Rows that are given up early are skipped.</para>
/// <para>Read once: another <c>foreach</c> needs another call. The time limit is for executing the query, and again for each row that has
/// to be waited for. A session that dies while rows are due is a <see cref="ResilientMySqlException"/> (<see cref="LossCause.ResultSet"/>),
/// and the rows until then are right.</para>
/// <para>Not thread-safe. The default has no rows.</para>
/// </remarks>
public ref struct Rows<TResult>
    where TResult : allows ref struct
{
    private readonly QueryTarget _target;
    private readonly StreamedRows _rows;
    private readonly RowReader<TResult> _reader;

    // A connection's rows are served by one object, and this may be a copy of what has ended: says which of its statements is meant.
    private readonly int _turn;
    private bool _hasEnded;

    internal Rows(QueryTarget target, StreamedRows rows, RowReader<TResult> reader)
    {
        _target = target;
        _rows = rows;
        _reader = reader;
        _turn = rows.Turn;
        Current = default!;
    }

    /// <summary>The row that <see cref="MoveNext"/> went to.</summary>
    public TResult Current { readonly get; private set; }

    private readonly bool AreOpen => _rows.Turn == _turn && !_rows.IsClosed;

    /// <summary>These rows, as <c>foreach</c> asks for them.</summary>
    public readonly Rows<TResult> GetEnumerator() => this;

    /// <summary>Goes to the next row; false behind the last, which gives the session back.</summary>
    /// <exception cref="InvalidOperationException">The rows were read through a copy of this, or their connection was closed.</exception>
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    /// <exception cref="ResilientMySqlException">The session was lost.</exception>
    /// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or the row was late.</exception>
    public bool MoveNext()
    {
        if (_hasEnded || _rows.IsNone)
            return false;

        if (!AreOpen)
            throw new InvalidOperationException("These rows are closed: they were read before, or their connection was closed. Call the method again.");

        try
        {
            if (_rows.Read())
            {
                Current = _reader.Read(_rows);
                return true;
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        Dispose();
        return false;
    }

    /// <summary>Skips what is left of the rows, and gives the session back. Does nothing the second time.</summary>
    public void Dispose()
    {
        bool isDue = !_hasEnded && !_rows.IsNone && AreOpen;
        _hasEnded = true;
        Current = default!;
        if (isDue)
            StreamOpener.CloseRowsAsync<SyncIo>(_target, _rows).Unwrap();
    }
}
