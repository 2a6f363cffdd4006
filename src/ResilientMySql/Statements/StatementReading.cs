namespace ResilientMySql.Statements;

/// <summary>What one statement of a text does, in the terms needed to put several of them together.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Needs">What it asks of the statements before it.</param>
/// <param name="Makes">What it leaves for the statements behind it to ask.</param>
/// <param name="Commits">Whether it may commit the open transaction although its kind does not.</param>
internal readonly record struct StatementReading(
    StatementKind Kind, OneShotState Needs = OneShotState.None, OneShotState Makes = OneShotState.None, bool Commits = false)
{
    public static readonly StatementReading Opaque = new(StatementKind.Opaque);

    /// <summary>This statement followed by <paramref name="next"/> in the same text.</summary>
    public StatementReading Then(StatementReading next)
    {
        StatementKind kind = (Kind, next.Kind) switch
        {
            (StatementKind.Empty, _) => next.Kind,
            (_, StatementKind.Empty) => Kind,
            (StatementKind.Read, StatementKind.Read) => StatementKind.Read,
            _ when TouchesOnlyRows(Kind) && TouchesOnlyRows(next.Kind) => StatementKind.Write,
            _ => StatementKind.Opaque,
        };

        // INSERT …; SELECT LAST_INSERT_ID() brings its own producer along.
        return new StatementReading(kind, Needs | (next.Needs & ~Makes), Makes | next.Makes, Commits || next.Commits);
    }

    public StatementEffects ToEffects() => new(Kind, Needs, Makes, Commits);

    private static bool TouchesOnlyRows(StatementKind kind) =>
        kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write;
}
