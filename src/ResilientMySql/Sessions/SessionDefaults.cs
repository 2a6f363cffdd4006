namespace ResilientMySql.Sessions;

/// <summary>What a session has of its server where nobody sets anything, as far as it changes what statements mean.</summary>
/// <param name="SqlMode"><c>@@sql_mode</c>.</param>
/// <param name="TimeZone"><c>@@time_zone</c>; SYSTEM is the same everywhere, whatever the system's time zone is.</param>
/// <param name="Isolation">The isolation level, as its variable has it.</param>
/// <param name="Autocommit">1 or 0.</param>
internal sealed record SessionDefaults(string SqlMode, string TimeZone, string Isolation, string Autocommit)
{
    public bool AutocommitIsOff => Autocommit is "0";

    /// <summary>What makes a session of another server have these defaults too: a key of the ledger, and its statement.</summary>
    public IEnumerable<LedgerEntry> DifferencesFrom(SessionDefaults other)
    {
        if (SqlMode != other.SqlMode)
            yield return new("sql_mode", $"SET SESSION sql_mode = '{SqlMode}'");

        if (TimeZone != other.TimeZone)
            yield return new("time_zone", $"SET SESSION time_zone = '{TimeZone}'");

        if (Isolation != other.Isolation)
            yield return new("transaction_isolation", $"SET SESSION TRANSACTION ISOLATION LEVEL {Isolation.Replace('-', ' ')}");

        if (AutocommitIsOff != other.AutocommitIsOff)
            yield return new("autocommit", $"SET SESSION autocommit = {Autocommit}");
    }
}
