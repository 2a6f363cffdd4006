using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Io;

namespace ResilientMySql.Queries.ResultSets;

/// <summary>All result sets, gathered into one result.</summary>
internal readonly struct ResultSetsShape<TStatement, TSets, TResult> : IResultShape<TResult>
    where TStatement : struct, IStatement
    where TSets : struct, IResultSets<TResult>
{
    /// <summary>Each result set has its own.</summary>
    public static ReadOnlySpan<string> Members => [];

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        var sets = default(TSets);
        int count = 0;

        // Statements without a result set the driver skips, unless there is nothing else.
        bool hasSet = reader.FieldCount > 0;
        while (hasSet)
        {
            if (count < TSets.Count)
            {
                ColumnCheck.Hold(reader, TSets.MembersOf(count), TStatement.CommandText, isNew);
                while (await TIo.ReadAsync(reader).ConfigureAwait(false) && Add(ref sets, count, reader))
                {
                }
            }

            count++;
            hasSet = await TIo.NextResultAsync(reader).ConfigureAwait(false);
        }

        return count == TSets.Count ? sets.Complete() : throw new InvalidOperationException(
            $"The statement returned {count} result sets, and the method takes {TSets.Count}: {TStatement.CommandText}");
    }

    private static bool Add(ref TSets sets, int set, MySqlDataReader reader)
    {
        var row = new DriverRow(reader);
        try
        {
            return sets.Add(set, ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TSets.MembersOf(set));
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }
}
