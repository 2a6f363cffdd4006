using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>The driver asks for a schema with <c>sql_select_limit = 0</c>, and leaves it so when that fails.</summary>
internal static class RowLimit
{
    /// <summary>A later query must not lose its rows: a session on which that cannot be seen to is given up.</summary>
    public static async ValueTask LiftAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand("SET sql_select_limit = DEFAULT", session.Driver) { Transaction = session.DriverTransaction };
        try
        {
            await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
        }
        catch (Exception)
        {
            session.Watch.Abandon();
        }
    }
}
