namespace ResilientMySql.Statements;

/// <summary>What several statements do that are sent together. Pure.</summary>
internal static class BatchEffects
{
    /// <summary>As if <paramref name="next"/> stood behind the others in the same text.</summary>
    public static StatementEffects Then(this StatementEffects effects, StatementEffects next) =>
        ReadingOf(effects).Then(ReadingOf(next)).ToEffects();

    private static StatementReading ReadingOf(StatementEffects effects) => new(effects.Kind, effects.Needs, effects.Makes, effects.Commits);
}
