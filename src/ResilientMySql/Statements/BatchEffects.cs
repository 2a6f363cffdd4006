namespace ResilientMySql.Statements;

/// <summary>What several statements do that are sent together. Pure.</summary>
internal static class BatchEffects
{
    /// <summary>
    /// Reads and writes taken together are the worst of them. With anything else among them (a transaction begun or ended, session
    /// state changed) the whole is opaque: how far it came would have to be known.
    /// </summary>
    /// <param name="effects">The effects so far.</param>
    /// <param name="next">The effects of the statement that follows.</param>
    public static StatementEffects Then(this StatementEffects effects, StatementEffects next)
    {
        if (Rank(effects.Kind) is not { } rank || Rank(next.Kind) is not { } nextRank || effects.Commits || next.Commits)
            return StatementEffects.Opaque;

        // What the ones before leave, they leave for the ones after.
        OneShotState made = effects.Makes | OneShotState.LastStatement;
        return new(
            nextRank > rank ? next.Kind : effects.Kind,
            effects.Needs | (next.Needs & ~made),
            effects.Makes | next.Makes);
    }

    private static int? Rank(StatementKind kind) => kind switch
    {
        StatementKind.Empty => 0,
        StatementKind.Read => 1,
        StatementKind.LockingRead => 2,
        StatementKind.Write => 3,
        _ => null,
    };
}
