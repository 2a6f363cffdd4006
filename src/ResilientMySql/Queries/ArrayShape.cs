using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>All rows, in an array.</summary>
internal readonly struct ArrayShape<TQuery, TResult> : IResultShape<TResult[]>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TResult[]> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        List<TResult> rows = await ListShape<TQuery, TResult>.ReadAsync<TIo>(reader, isNew).ConfigureAwait(false);
        return [.. rows];
    }
}
