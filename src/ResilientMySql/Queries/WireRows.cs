using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>The rows that come past the driver, read inside a call, whose pipeline asks of every exception what it says of the session.</summary>
/// <param name="channel">Before the first row.</param>
/// <param name="isNew">Whether columns are to be compared by name: the statement has not worked before, or they have changed.</param>
internal readonly struct WireRows(WireChannel channel, bool isNew) : IRows
{
    public int ColumnCount => channel.Columns.Length;

    public ValueTask<bool> ReadAsync<TIo>()
        where TIo : struct, IDriverIo => channel.ReadAsync<TIo>();

    public async ValueTask<bool> NextResultAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        while (await channel.ReadAsync<TIo>().ConfigureAwait(false))
        {
        }

        return await channel.NextResultAsync<TIo>().ConfigureAwait(false);
    }

    public void Hold(ReadOnlySpan<string> members, string sql) => ColumnCheck.Hold(channel.Columns, members, sql, isNew);

    public TResult Get<TQuery, TResult>()
        where TQuery : struct, IQuery<TResult>
    {
        var row = new WireRow(channel.Row);
        try
        {
            return TQuery.Read(ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TQuery.Members);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }

    public bool AddTo<TSets, TResult>(ref TSets sets, int ordinal)
        where TSets : struct, IResultSets<TResult>
    {
        var row = new WireRow(channel.Row);
        try
        {
            return sets.Add(ordinal, ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TSets.MembersOf(ordinal));
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }
}
