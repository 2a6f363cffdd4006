using System.Data;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>Makes a new session like the lost one: its schema first, then its settings, oldest first; then reads them back.</summary>
internal static class LedgerReplay
{
    // The server took another value than it was given, as it did on the lost session, and said so.
    private const int TruncatedValue = 1292;

    /// <summary>Replays; the statement that the new server does not take, or not as it was, or null where all is as it was.</summary>
    public static async ValueTask<string?> RunAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        SessionLedger ledger = session.Ledger;
        if (ledger.IsClean)
            return null;

        string current = "";
        bool isAdjusted = false;
        MySqlInfoMessageEventHandler noteWarnings = (_, message) => isAdjusted |= message.Errors.Any(static error => (int)error.ErrorCode == TruncatedValue);
        session.Driver.InfoMessage += noteWarnings;
        try
        {
            if (ledger.Schema is { } schema)
            {
                current = $"USE {schema}";
                await TIo.ChangeDatabaseAsync(session.Driver, schema).ConfigureAwait(false);
            }

            var check = new SettingCheck();
            foreach (string setting in ledger.Settings)
            {
                current = setting;
                isAdjusted = false;
                using var command = new MySqlCommand(setting, session.Driver);
                await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
                check.Expect(setting, isAdjusted, ServerVersions.IsMariaDb(session.ServerVersion));
            }

            return check.FindMismatch(await ReadBackAsync<TIo>(session, check).ConfigureAwait(false));
        }
        catch (MySqlException refusal) when (refusal.Number > 0 && ServerErrors.MeaningOf(refusal.ErrorCode) is ServerErrorMeaning.None)
        {
            return current;
        }
        finally
        {
            session.Driver.InfoMessage -= noteWarnings;
        }
    }

    private static async ValueTask<string?[]> ReadBackAsync<TIo>(Session session, SettingCheck check)
        where TIo : struct, IDriverIo
    {
        // The limit outdoes sql_select_limit, which may be among the settings.
        using var command = new MySqlCommand($"SELECT {string.Join(", ", check.Expressions.Prepend("@@autocommit"))} LIMIT 1", session.Driver);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, CommandBehavior.Default).ConfigureAwait(false);
        try
        {
            await TIo.ReadAsync(reader).ConfigureAwait(false);
            var values = new string?[reader.FieldCount - 1];
            for (int i = 0; i < values.Length; i++)
                values[i] = reader.IsDBNull(i + 1) ? null : Convert.ToString(reader.GetValue(i + 1), CultureInfo.InvariantCulture);

            session.Transaction.Start(Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) == 0);
            return values;
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }
}
