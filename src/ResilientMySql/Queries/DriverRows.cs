using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>The rows of the driver's reader, read inside a call, whose pipeline asks of every exception what it says of the session.</summary>
/// <param name="reader">Open, before the first row.</param>
/// <param name="isNew">Whether the statement has not worked on the session before, so that columns are compared by name.</param>
internal readonly struct DriverRows(MySqlDataReader reader, bool isNew) : IRows
{
    public int ColumnCount => reader.FieldCount;

    public ValueTask<bool> ReadAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.ReadAsync(reader);

    public ValueTask<bool> NextResultAsync<TIo>()
        where TIo : struct, IDriverIo => TIo.NextResultAsync(reader);

    public void Hold(ReadOnlySpan<string> members, string sql) => ColumnCheck.Hold(reader, members, sql, isNew);

    public TResult Get<TQuery, TResult>()
        where TQuery : struct, IQuery<TResult>
    {
        try
        {
            return QueryRow.Read<TQuery, TResult>(reader);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }

    public bool AddTo<TSets, TResult>(ref TSets sets, int ordinal)
        where TSets : struct, IResultSets<TResult>
    {
        var row = new DriverRow(reader);
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
