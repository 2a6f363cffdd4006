using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>What of a replayed SET statement is read back.</summary>
internal static class SettingCheck
{
    // Longer ones would be sent once more as a whole, for little.
    private const int LongestCompared = 4096;

    public static List<SetTarget> TargetsOf(string setting, bool isMariaDb)
    {
        List<SetTarget> targets = SetStatement.TargetsOf(setting);
        targets.RemoveAll(static target => target.Expression is null or { Length: > LongestCompared });

        // Of the few variables with two names each server knows one in all of its versions.
        return isMariaDb
            ? targets.ConvertAll(static target => target with { Expression = target.Expression!.Replace("@@session.transaction_", "@@session.tx_", StringComparison.Ordinal) })
            : targets;
    }
}
