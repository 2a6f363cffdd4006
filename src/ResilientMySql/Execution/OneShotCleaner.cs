using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Overwrites what an earlier lease has left, just before a statement asks for it: as on a session just opened.</summary>
internal static class OneShotCleaner
{
    // MariaDB keeps the warnings of before through a statement that reads no table; a derived one will do, and needs no privilege.
    private const string Nothing = "DO (SELECT 0 FROM (SELECT 0) AS nothing)";
    private const string NothingInserted = "DO LAST_INSERT_ID(0), (SELECT 0 FROM (SELECT 0) AS nothing)";

    public static async ValueTask RunAsync<TIo>(Session session, OneShotState needs)
        where TIo : struct, IDriverIo
    {
        OneShotState foreign = needs & session.Memory.Foreign;
        if (foreign.HasFlag(OneShotState.FoundRows))
            await ExecuteAsync<TIo>(session, "SELECT 1 LIMIT 0").ConfigureAwait(false);

        // Last, since it leaves neither rows nor warnings.
        await ExecuteAsync<TIo>(session, foreign.HasFlag(OneShotState.InsertId) ? NothingInserted : Nothing).ConfigureAwait(false);
        session.Memory.NoteNeutralized(foreign);
    }

    private static async ValueTask ExecuteAsync<TIo>(Session session, string sql)
        where TIo : struct, IDriverIo
    {
        // In the user's transaction, which the driver wants to be told.
        using var command = new MySqlCommand(sql, session.Driver) { Transaction = session.DriverTransaction };
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
    }
}
