using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The only row; an error where there is none, or another.</summary>
internal readonly struct SingleShape<TQuery, TResult> : IResultShape<TResult>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        if (!await rows.ReadAsync<TIo>().ConfigureAwait(false))
            throw RowCounts.NotOne(0, TQuery.CommandText);

        TResult result = rows.Get<TQuery, TResult>();
        await RowCounts.ThrowIfMoreAsync<TIo, TRows>(rows, TQuery.CommandText).ConfigureAwait(false);
        return result;
    }
}
