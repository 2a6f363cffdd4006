using MySqlConnector;
using ResilientMySql.Failures;

namespace ResilientMySql.Queries;

/// <summary>Reads the row that the driver's reader stands on.</summary>
internal static class QueryRow
{
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    public static TResult Read<TQuery, TResult>(MySqlDataReader reader)
        where TQuery : struct, IQuery<TResult>
    {
        var row = new DriverRow(reader);
        try
        {
            return TQuery.Read(ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TQuery.Members);
        }
    }

    /// <summary>The same inside a call, whose pipeline asks of every exception what it says of the session.</summary>
    public static TResult ReadInCall<TQuery, TResult>(MySqlDataReader reader)
        where TQuery : struct, IQuery<TResult>
    {
        try
        {
            return Read<TQuery, TResult>(reader);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }
}
