using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>All rows.</summary>
internal readonly struct ListShape<TQuery, TResult> : IResultShape<List<TResult>>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<List<TResult>> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        var rows = new List<TResult>();
        while (await TIo.ReadAsync(reader).ConfigureAwait(false))
            rows.Add(QueryRow.ReadInCall<TQuery, TResult>(reader));

        return rows;
    }
}
