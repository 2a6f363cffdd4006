using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>The driver asks for a schema with <c>sql_select_limit = 0</c>, and leaves it so when that fails.</summary>
internal static class RowLimit
{
    public static async ValueTask LiftAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand("SET sql_select_limit = DEFAULT", session.Driver) { Transaction = session.DriverTransaction };
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
    }
}
