using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>Overwrites what an earlier lease has left, just before a statement asks for it: as on a session just opened.</summary>
internal static class OneShotCleaner
{
    public static async ValueTask RunAsync<TIo>(Session session, OneShotState needs)
        where TIo : struct, IDriverIo
    {
        OneShotState foreign = needs & session.Memory.Foreign;
        if (foreign.HasFlag(OneShotState.FoundRows))
            await ExecuteAsync<TIo>(session, "SELECT 1 LIMIT 0").ConfigureAwait(false);

        // Last, since it leaves neither rows nor warnings.
        string nothing = foreign.HasFlag(OneShotState.InsertId) ? "DO LAST_INSERT_ID(0)" : "DO 0";
        await ExecuteAsync<TIo>(session, nothing).ConfigureAwait(false);
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
