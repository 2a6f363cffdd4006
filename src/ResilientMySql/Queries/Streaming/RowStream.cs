using System.Collections;
using ResilientMySql.Io;

namespace ResilientMySql.Queries.Streaming;

/// <summary>The rows of a query, one by one; each enumeration executes it anew.</summary>
/// <remarks>
/// By hand, as the compiler would do it with <c>yield</c>, but without keeping the arguments twice: the first enumeration is this very
/// object, where it begins on the thread that made it.
/// </remarks>
internal sealed class RowStream<TQuery, TResult>(QueryTarget target, in TQuery query) : IEnumerable<TResult>, IEnumerator<TResult>
    where TQuery : struct, IQuery<TResult>
{
    private readonly QueryTarget _target = target;
    private readonly TQuery _query = query;
    private readonly int _maker = Environment.CurrentManagedThreadId;
    private Stage _stage = Stage.NotEnumerated;
    private StreamedRows _rows;

    private enum Stage
    {
        NotEnumerated,
        BeforeFirstRow,
        Reading,
        Ended,
    }

    public TResult Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    public IEnumerator<TResult> GetEnumerator()
    {
        bool isFree = _stage is Stage.NotEnumerated && _maker == Environment.CurrentManagedThreadId;
        RowStream<TQuery, TResult> rows = isFree ? this : new(_target, _query);
        rows._stage = Stage.BeforeFirstRow;
        return rows;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool MoveNext()
    {
        if (_stage is not (Stage.BeforeFirstRow or Stage.Reading))
            return false;

        try
        {
            if (_stage is Stage.BeforeFirstRow)
                Open();

            if (_rows.Read())
            {
                Current = _rows.Get<TQuery, TResult>();
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

    public void Reset() => throw new NotSupportedException("Rows that have been read do not come again: enumerate anew.");

    public void Dispose()
    {
        StreamedRows rows = _rows;
        (_stage, _rows) = (Stage.Ended, default);
        if (!rows.IsNone)
            StreamOpener.CloseRowsAsync<SyncIo>(_target, rows).Unwrap();
    }

    private void Open()
    {
        _stage = Stage.Reading;
        _rows = StreamOpener.OpenRowsAsync<SyncIo, TQuery, TResult>(_target, _query, default).Unwrap();
    }
}
