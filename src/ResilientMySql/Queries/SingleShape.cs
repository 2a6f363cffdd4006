using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The only row; an error where there is none, or another.</summary>
internal readonly struct SingleShape<TQuery, TResult> : IResultShape<TResult>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        if (!await TIo.ReadAsync(reader).ConfigureAwait(false))
            throw RowCounts.NotOne(0, TQuery.CommandText);

        TResult result = QueryRow.ReadInCall<TQuery, TResult>(reader);
        await RowCounts.ThrowIfMoreAsync<TIo>(reader, TQuery.CommandText).ConfigureAwait(false);
        return result;
    }
}
