namespace ResilientMySql.Statements;

/// <summary>What is known of a statement before it runs.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Needs">
/// What it asks of the statements that the same session ran before (<c>LAST_INSERT_ID()</c>, <c>ROW_COUNT()</c>,
/// <c>SHOW WARNINGS</c> …), which a new session cannot know.
/// </param>
/// <param name="Makes">What it leaves for later statements to ask.</param>
/// <param name="Commits">Whether it may commit an open transaction although its kind does not: LOCK TABLES.</param>
internal readonly record struct StatementEffects(
    StatementKind Kind, OneShotState Needs = OneShotState.None, OneShotState Makes = OneShotState.None, bool Commits = false)
{
    public static readonly StatementEffects Opaque = new(StatementKind.Opaque);

    /// <summary>What it may leave for the next lease, where its kind does not tell.</summary>
    public StatementTrace Trace { get; init; }

    /// <summary>Whether its answer depends on what the same session did before.</summary>
    public bool UsesOneShotState => Needs is not OneShotState.None;

    /// <summary>Whether its author says that running it twice does what running it once does.</summary>
    public bool IsDeclaredIdempotent { get; init; }

    /// <summary>
    /// Whether the statement may run again when nobody knows if it ran: it reads, or touches only the session, or is a write whose
    /// author says so.
    /// </summary>
    public bool MayRunTwice => (Kind is StatementKind.Write && IsDeclaredIdempotent) || Kind is StatementKind.Empty or StatementKind.Read or StatementKind.LockingRead
        or StatementKind.UseSchema or StatementKind.SetSession or StatementKind.Begin;

    /// <summary>
    /// Whether a first attempt that is still under way could undo, later, what was written after a second one: a write, which may run
    /// twice by its author's word only.
    /// </summary>
    public bool MayOvertake => Kind is StatementKind.Write;

    /// <summary>Whether the statement may commit an open transaction.</summary>
    public bool MayCommit => Commits || Kind is StatementKind.Commit or StatementKind.ImplicitCommit or StatementKind.Begin
        or StatementKind.AutocommitOn or StatementKind.Opaque;

    /// <summary>Whether the statement leaves state on the session that no replay rebuilds.</summary>
    public bool Pins => Kind is StatementKind.Pin or StatementKind.Opaque;

    /// <summary>This statement followed by <paramref name="next"/>, sent together: the next of a text, or of a batch.</summary>
    public StatementEffects Then(StatementEffects next)
    {
        StatementKind kind = (Kind, next.Kind) switch
        {
            (StatementKind.Empty, _) => next.Kind,
            (_, StatementKind.Empty) => Kind,
            (StatementKind.Read, StatementKind.Read) => StatementKind.Read,
            _ when TouchesOnlyRows && next.TouchesOnlyRows => StatementKind.Write,
            _ => StatementKind.Opaque,
        };

        // INSERT …; SELECT LAST_INSERT_ID() brings its own producer along.
        return new(kind, Needs | (next.Needs & ~Makes), Makes | next.Makes, Commits || next.Commits)
        {
            Trace = Trace > next.Trace ? Trace : next.Trace,
        };
    }

    private bool TouchesOnlyRows => Kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write;
}
