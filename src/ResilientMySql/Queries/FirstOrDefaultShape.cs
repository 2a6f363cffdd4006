using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The first row, or the type's default where there is none.</summary>
internal readonly struct FirstOrDefaultShape<TQuery, TResult> : IResultShape<TResult?>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TResult?> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        if (!await TIo.ReadAsync(reader).ConfigureAwait(false))
            return default;

        return QueryRow.ReadInCall<TQuery, TResult>(reader);
    }
}
