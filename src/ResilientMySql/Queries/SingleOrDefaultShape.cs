using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The only row, or the type's default where there is none; an error where there is another.</summary>
internal readonly struct SingleOrDefaultShape<TQuery, TResult> : IResultShape<TResult?>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TResult?> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        if (!await TIo.ReadAsync(reader).ConfigureAwait(false))
            return default;

        TResult result = QueryRow.ReadInCall<TQuery, TResult>(reader);
        await RowCounts.ThrowIfMoreAsync<TIo>(reader, TQuery.CommandText).ConfigureAwait(false);
        return result;
    }
}
