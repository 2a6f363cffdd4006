using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Makes a new session like the lost one: its schema first, then its settings, oldest first.</summary>
internal static class LedgerReplay
{
    public static async ValueTask RunAsync<TIo>(SessionLedger ledger, MySqlConnection driver)
        where TIo : struct, IDriverIo
    {
        if (ledger.IsClean)
            return;

        if (ledger.Schema is { } schema)
            await TIo.ChangeDatabaseAsync(driver, schema).ConfigureAwait(false);

        foreach (string setting in ledger.Settings)
        {
            using var command = new MySqlCommand(setting, driver);
            await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
        }
    }
}
