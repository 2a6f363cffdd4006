using System.Globalization;
using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>Holds queries to the one row that they promise.</summary>
internal static class RowCounts
{
    /// <summary>Counts the rows behind the first.</summary>
    /// <exception cref="InvalidOperationException">There is at least one.</exception>
    [AsyncMethodBuilder(typeof(FrameBuilder))]
    public static async ValueTask ThrowIfMoreAsync<TIo, TRows>(TRows rows, string sql)
        where TIo : struct, IDriverIo
        where TRows : struct, IRows
    {
        long count = 1;
        while (await rows.ReadAsync<TIo>().ConfigureAwait(false))
            count++;

        if (count > 1)
            throw NotOne(count, sql);
    }

    public static InvalidOperationException NotOne(long count, string sql) => new(count == 0
        ? $"The statement returned no row instead of one. Make the method's result nullable if that is to be expected: {sql}"
        : string.Create(CultureInfo.InvariantCulture, $"The statement returned {count} rows instead of one: {sql}"));
}
