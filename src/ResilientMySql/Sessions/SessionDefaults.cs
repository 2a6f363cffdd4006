using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>What a session has of its server where nobody sets anything, as far as it changes what statements mean.</summary>
/// <param name="SqlMode"><c>@@sql_mode</c>, which may be empty; null where the server does not tell.</param>
/// <param name="TimeZone"><c>@@time_zone</c>, or null; SYSTEM is the same everywhere, whatever the system's time zone is.</param>
/// <param name="Isolation">The isolation level as its variable has it, or null.</param>
/// <param name="Autocommit">1 or 0.</param>
internal sealed record SessionDefaults(string? SqlMode, string? TimeZone, string? Isolation, string Autocommit)
{
    public bool AutocommitIsOff => Autocommit is "0";

    /// <summary>What the driver sends for a transaction of that level, which then changes nothing; null where the level is not known.</summary>
    public string? IsolationStatement { get; } = Isolation is null ? null : IsolationLevels.StatementOf(Isolation.Replace('-', ' '));

    /// <summary>
    /// What makes a session of another server have these defaults too: a key of the ledger, and its statement. Nothing where one
    /// of the two does not tell.
    /// </summary>
    public IEnumerable<LedgerEntry> DifferencesFrom(SessionDefaults other)
    {
        if (Differ(SqlMode, other.SqlMode))
            yield return new("sql_mode", $"SET SESSION sql_mode = '{SqlMode}'");

        if (Differ(TimeZone, other.TimeZone))
            yield return new("time_zone", $"SET SESSION time_zone = '{TimeZone}'");

        if (Differ(Isolation, other.Isolation))
            yield return new("transaction_isolation", IsolationStatement!);

        if (AutocommitIsOff != other.AutocommitIsOff)
            yield return new("autocommit", $"SET SESSION autocommit = {Autocommit}");
    }

    private static bool Differ(string? mine, string? other) => mine is not null && other is not null && mine != other;
}
