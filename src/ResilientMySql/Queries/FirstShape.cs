using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The first row; an error where there is none.</summary>
internal readonly struct FirstShape<TQuery, TResult> : IResultShape<TResult>
    where TQuery : struct, IQuery<TResult>
{
    public static ReadOnlySpan<string> Members => TQuery.Members;

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        if (!await rows.ReadAsync<TIo>().ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                $"The statement returned no row. Make the method's result nullable if that is to be expected: {TQuery.CommandText}");
        }

        return rows.Get<TQuery, TResult>();
    }
}
