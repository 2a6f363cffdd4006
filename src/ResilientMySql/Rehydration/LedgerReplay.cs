using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>Makes a new session like the lost one: everything that was set, oldest first, each read back before the next.</summary>
internal static class LedgerReplay
{
    // The server took another value than it was given, as it did on the lost session, and said so.
    private const int TruncatedValue = 1292;

    /// <summary>Replays; the statement that the new server does not take, or not as it was, or null where all is as it was.</summary>
    public static async ValueTask<string?> RunAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        bool isAdjusted = false;
        MySqlInfoMessageEventHandler noteWarnings = (_, message) => isAdjusted |= message.Errors.Any(static error => (int)error.ErrorCode == TruncatedValue);
        session.Driver.InfoMessage += noteWarnings;
        try
        {
            foreach (LedgerEntry entry in session.Ledger.Entries)
            {
                isAdjusted = false;
                if (!await TryRunAsync<TIo>(session.Driver, entry).ConfigureAwait(false))
                    return entry.Statement;

                if (!isAdjusted && !await IsKeptAsync<TIo>(session, entry).ConfigureAwait(false))
                    return entry.Statement;
            }

            return null;
        }
        finally
        {
            session.Driver.InfoMessage -= noteWarnings;
        }
    }

    /// <summary>False where the server refuses it.</summary>
    private static async ValueTask<bool> TryRunAsync<TIo>(MySqlConnection driver, LedgerEntry entry)
        where TIo : struct, IDriverIo
    {
        try
        {
            if (entry.Schema is { } schema)
            {
                await TIo.ChangeDatabaseAsync(driver, schema).ConfigureAwait(false);
                return true;
            }

            using var command = new MySqlCommand(entry.Statement, driver);
            await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
            return true;
        }
        catch (MySqlException refusal) when (IsAboutTheStatement(refusal))
        {
            return false;
        }
    }

    private static async ValueTask<bool> IsKeptAsync<TIo>(Session session, LedgerEntry entry)
        where TIo : struct, IDriverIo
    {
        if (entry.Schema is not null)
            return true;

        List<SetTarget> targets = SettingCheck.TargetsOf(entry.Statement, ServerVersions.IsMariaDb(session.ServerVersion));
        if (targets.Count == 0)
            return true;

        string?[] values = await ReadBack.RunAsync<TIo>(session.Driver, targets.Select(static target => target.Expression!)).ConfigureAwait(false);
        for (int i = 0; i < values.Length; i++)
        {
            bool isKept = SettingValue.Compare(targets[i].Value, values[i]) switch
            {
                Agreement.Same => true,
                Agreement.Different => false,
                _ => !await IsDefaultAsync<TIo>(session.Driver, targets[i], values[i]).ConfigureAwait(false),
            };
            if (!isKept)
                return false;
        }

        return true;
    }

    /// <summary>What is written one way and reads back another may be the same; not where it is what nobody has set.</summary>
    private static async ValueTask<bool> IsDefaultAsync<TIo>(MySqlConnection driver, SetTarget target, string? value)
        where TIo : struct, IDriverIo
    {
        try
        {
            string global = target.Expression!.Replace("@@session.", "@@global.", StringComparison.Ordinal);
            return (await ReadBack.RunAsync<TIo>(driver, [global]).ConfigureAwait(false))[0] == value;
        }
        catch (MySqlException refusal) when (IsAboutTheStatement(refusal))
        {
            // There is no such thing as its default.
            return false;
        }
    }

    private static bool IsAboutTheStatement(MySqlException refusal) =>
        refusal.Number > 0 && (ServerErrors.MeaningOf(refusal.ErrorCode) is ServerErrorMeaning.None || refusal.ErrorCode is MySqlErrorCode.PacketTooLarge);
}
