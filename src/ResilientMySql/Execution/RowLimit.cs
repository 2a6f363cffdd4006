using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>The driver asks for a schema with <c>sql_select_limit = 0</c>, and leaves it so when that fails.</summary>
internal static class RowLimit
{
    private const string Lift = "SET sql_select_limit = DEFAULT";

    /// <summary>Afterwards it is the server's default, also where Session Init Sql has set another: a reset brings that back.</summary>
    public static void NoteLifted(Session session)
    {
        if (session.Pool.Settings.InitSql.Contains("sql_select_limit", StringComparison.OrdinalIgnoreCase))
            session.Ledger.NoteSetting("sql_select_limit", Lift);
    }

    /// <summary>A later query must not lose its rows: a session on which that cannot be seen to is given up.</summary>
    public static async ValueTask LiftAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(Lift, session.Driver) { Transaction = session.DriverTransaction };
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
