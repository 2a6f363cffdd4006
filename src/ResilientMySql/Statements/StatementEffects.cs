namespace ResilientMySql.Statements;

/// <summary>What is known of a statement before it runs.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="UsesOneShotState">
/// Whether its answer depends on what the same session did just before (<c>LAST_INSERT_ID()</c>, <c>ROW_COUNT()</c>,
/// <c>SHOW WARNINGS</c> …), which a new session cannot know.
/// </param>
internal readonly record struct StatementEffects(StatementKind Kind, bool UsesOneShotState = false)
{
    public static readonly StatementEffects Opaque = new(StatementKind.Opaque);

    /// <summary>Whether the statement may run again when nobody knows if it ran: it reads, or touches only the session.</summary>
    public bool MayRunTwice => Kind is StatementKind.Empty or StatementKind.Read or StatementKind.LockingRead
        or StatementKind.UseSchema or StatementKind.SetSession or StatementKind.Begin;

    /// <summary>Whether the statement may commit an open transaction.</summary>
    public bool MayCommit => Kind is StatementKind.Commit or StatementKind.ImplicitCommit or StatementKind.Begin
        or StatementKind.AutocommitOn or StatementKind.Opaque;

    /// <summary>Whether the statement leaves state on the session that no replay rebuilds.</summary>
    public bool Pins => Kind is StatementKind.Pin or StatementKind.Opaque;

    /// <summary>The effects of this statement followed by <paramref name="next"/> in the same text.</summary>
    public StatementEffects Then(StatementEffects next)
    {
        if (Kind is StatementKind.Empty)
            return next;

        if (next.Kind is StatementKind.Empty)
            return this;

        bool touchOnlyRows = TouchesOnlyRows(Kind) && TouchesOnlyRows(next.Kind);
        StatementKind kind = (touchOnlyRows, Kind, next.Kind) switch
        {
            (true, StatementKind.Read, StatementKind.Read) => StatementKind.Read,
            (true, _, _) => StatementKind.Write,
            _ => StatementKind.Opaque,
        };

        // INSERT …; SELECT LAST_INSERT_ID() brings its own producer along.
        bool dependsOnBefore = UsesOneShotState || (next.UsesOneShotState && Kind is not StatementKind.Write);
        return new StatementEffects(kind, dependsOnBefore);
    }

    private static bool TouchesOnlyRows(StatementKind kind) =>
        kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write;
}
