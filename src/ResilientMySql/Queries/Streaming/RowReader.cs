namespace ResilientMySql.Queries.Streaming;

/// <summary>Reads rows of some query, which whoever has the rows does not know: one object serves all its executions.</summary>
internal abstract class RowReader<TResult>
    where TResult : allows ref struct
{
    /// <inheritdoc cref="StreamedRows.Get{TQuery, TResult}"/>
    public abstract TResult Read(StreamedRows rows);
}
