using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>All rows.</summary>
internal readonly struct ListShape<TQuery, TResult> : IResultShape<List<TResult>>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<List<TResult>> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        var list = new List<TResult>();
        while (await rows.ReadAsync<TIo>().ConfigureAwait(false))
            list.Add(rows.Get<TQuery, TResult>());

        return list;
    }
}
