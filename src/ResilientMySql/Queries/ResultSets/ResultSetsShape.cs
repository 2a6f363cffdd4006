using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries.ResultSets;

/// <summary>All result sets, gathered into one result.</summary>
internal readonly struct ResultSetsShape<TStatement, TSets, TResult> : IResultShape<TResult>
    where TStatement : struct, IStatement
    where TSets : struct, IResultSets<TResult>
{
    /// <summary>Each result set has its own.</summary>
    public static ReadOnlySpan<string> Members => [];

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult> ReadAsync<TIo, TRows>(TRows rows)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        var sets = default(TSets);
        int count = 0;

        // Statements without a result set the driver skips, unless there is nothing else.
        bool hasSet = rows.ColumnCount > 0;
        while (hasSet)
        {
            if (count < TSets.Count)
            {
                rows.Hold(TSets.MembersOf(count), TStatement.CommandText);
                while (await rows.ReadAsync<TIo>().ConfigureAwait(false) && rows.AddTo<TSets, TResult>(ref sets, count))
                {
                }
            }

            count++;
            hasSet = await rows.NextResultAsync<TIo>().ConfigureAwait(false);
        }

        return count == TSets.Count ? sets.Complete() : throw new InvalidOperationException(
            $"The statement returned {count} result sets, and the method takes {TSets.Count}: {TStatement.CommandText}");
    }
}
