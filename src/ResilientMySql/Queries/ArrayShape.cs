using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>All rows, in an array.</summary>
internal readonly struct ArrayShape<TQuery, TResult> : IResultShape<TResult[]>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult[]> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        List<TResult> list = await ListShape<TQuery, TResult>.ReadAsync<TIo, TRows>(rows).ConfigureAwait(false);
        return [.. list];
    }
}
