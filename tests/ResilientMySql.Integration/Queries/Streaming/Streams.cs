using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Lets a test enumerate either way.</summary>
internal static class Streams
{
    /// <summary>The rows one by one, synchronously from an enumerator that pretends otherwise, or asynchronously.</summary>
    public static IAsyncEnumerable<TResult> Stream<TQuery, TResult>(
        this CallMode mode, QueryTarget target, TQuery query, CancellationToken cancellationToken = default)
        where TQuery : struct, IQuery<TResult> => mode is CallMode.Sync
        ? Pretend(StreamRunner.Enumerate<TQuery, TResult>(target, query))
        : StreamRunner.EnumerateAsync<TQuery, TResult>(target, query, cancellationToken);

    public static async Task<List<TResult>> CollectAsync<TResult>(this IAsyncEnumerable<TResult> rows, int most = int.MaxValue)
    {
        List<TResult> list = [];
        await foreach (TResult row in rows)
        {
            list.Add(row);
            if (list.Count == most)
                break;
        }

        return list;
    }

#pragma warning disable CS1998 // Nothing is awaited: that is what it is for.
    private static async IAsyncEnumerable<TResult> Pretend<TResult>(IEnumerable<TResult> rows)
    {
        foreach (TResult row in rows)
            yield return row;
    }
#pragma warning restore CS1998
}
