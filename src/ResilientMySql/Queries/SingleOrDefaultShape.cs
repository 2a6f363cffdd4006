using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The only row, or the type's default where there is none; an error where there is another.</summary>
internal readonly struct SingleOrDefaultShape<TQuery, TResult> : IResultShape<TResult?>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult?> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        if (!await rows.ReadAsync<TIo>().ConfigureAwait(false))
            return default;

        TResult result = rows.Get<TQuery, TResult>();
        await RowCounts.ThrowIfMoreAsync<TIo, TRows>(rows, TQuery.CommandText).ConfigureAwait(false);
        return result;
    }
}
