namespace ResilientMySql.Queries.Streaming;

/// <summary>Reads the rows of one query.</summary>
internal sealed class QueryRowReader<TQuery, TResult> : RowReader<TResult>
    where TQuery : struct, IQuery<TResult>
    where TResult : allows ref struct
{
    public static readonly QueryRowReader<TQuery, TResult> Instance = new();

    private QueryRowReader()
    {
    }

    public override TResult Read(StreamedRows rows) => rows.Get<TQuery, TResult>();
}
