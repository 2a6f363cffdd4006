using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Reads the row that the driver's reader stands on.</summary>
internal static class QueryRow
{
    /// <exception cref="InvalidCastException">A column is NULL, or of another type, or its value is out of range.</exception>
    public static TResult Read<TQuery, TResult>(MySqlDataReader reader)
        where TQuery : struct, IQuery<TResult>
        where TResult : allows ref struct
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
}
