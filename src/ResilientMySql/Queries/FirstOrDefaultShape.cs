using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The first row, or the type's default where there is none.</summary>
internal readonly struct FirstOrDefaultShape<TQuery, TResult> : IResultShape<TResult?>
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

        return rows.Get<TQuery, TResult>();
    }
}
