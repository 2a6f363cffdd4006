using ResilientMySql.Statements;
using StatementKind = ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Generators.Effects;

/// <summary>What a statement does, known while it is compiled: the library's own classifier is asked.</summary>
/// <remarks>
/// Which server will run it is not known, so that all dialects are asked; a function that is built in on one of them only makes
/// the answers differ.
/// </remarks>
internal static class CompileTimeEffects
{
    private static readonly ServerDialects[] Servers = [ServerDialects.MySql9, ServerDialects.MariaDb1011, ServerDialects.MariaDb118];

    /// <summary>What the text does wherever it may run; where the servers differ, the worst of it: opaque.</summary>
    public static StatementEffects Of(string commandText)
    {
        StatementEffects first = StatementClassifier.Classify(commandText.AsSpan(), Servers[0]);
        return Servers.All(server => StatementClassifier.Classify(commandText.AsSpan(), server) == first) ? first : StatementEffects.Opaque;
    }

    /// <summary>Whether the text is repeated on each of MySQL, MariaDB 10.11 and MariaDB 11.8, in this order.</summary>
    /// <param name="commandText">The statement with placeholders.</param>
    /// <param name="host">What it runs on.</param>
    /// <param name="isDeclaredIdempotent">Whether its author gave a reason why twice is as good as once.</param>
    public static Repetition[] RepetitionOf(string commandText, StatementHost host, bool isDeclaredIdempotent) =>
        [.. Servers.Select(server => Decide(StatementClassifier.Classify(commandText.AsSpan(), server), host, isDeclaredIdempotent))];

    /// <summary>The sentence for the generated documentation, on one line.</summary>
    /// <param name="commandText">The statement with placeholders.</param>
    /// <param name="host">What it runs on.</param>
    /// <param name="reason">Why running it twice is as good as once, if its author says so; else null.</param>
    public static string Sentence(string commandText, StatementHost host, string? reason)
    {
        bool isDeclared = !string.IsNullOrWhiteSpace(reason);
        Repetition[] answers = RepetitionOf(commandText, host, isDeclared);
        string mySql = Clause(answers[0], reason);
        string mariaDb = Clause(answers[1], reason);
        string newMariaDb = Clause(answers[2], reason);
        string answer = (mySql == mariaDb, mariaDb == newMariaDb) switch
        {
            (true, true) => mySql,
            (_, true) => $"on MySQL {mySql}; on MariaDB {mariaDb}",
            (_, false) => $"on MySQL {mySql}; on MariaDB {mariaDb}; from MariaDB 11.8 on {newMariaDb}",
        };

        return answer[answer.Length - 1] is '.' or '!' or '?' ? $"Repeated when its outcome is unknown: {answer}" : $"Repeated when its outcome is unknown: {answer}.";
    }

    private static Repetition Decide(StatementEffects effects, StatementHost host, bool isDeclaredIdempotent) => effects switch
    {
        _ when host is StatementHost.Transaction => Repetition.InTransaction,
        { Kind: StatementKind.Opaque } => Repetition.NotUnderstood,
        { UsesOneShotState: true } => Repetition.AsksForThePast,
        { MayCommit: true, Kind: not StatementKind.Begin } => Repetition.Commits,
        { Kind: StatementKind.Read or StatementKind.Empty } => Repetition.Reads,
        { Kind: StatementKind.LockingRead } => Repetition.ReadsAndLocks,
        { Kind: StatementKind.UseSchema or StatementKind.SetSession or StatementKind.Begin } => Repetition.OnlyTheSession,
        { Kind: StatementKind.Write } => isDeclaredIdempotent ? Repetition.Declared : Repetition.Writes,
        { Kind: StatementKind.Rollback or StatementKind.Savepoint or StatementKind.AutocommitOff } => Repetition.ControlsTransaction,
        { Kind: StatementKind.Pin } => Repetition.Pins,
        _ => throw new System.Diagnostics.UnreachableException($"No row for {effects}."),
    };

    private static string Clause(Repetition repetition, string? reason) => repetition switch
    {
        Repetition.Reads => "yes, it only reads",
        Repetition.ReadsAndLocks => "yes, it only reads, and its locks go with the session",
        Repetition.OnlyTheSession => "yes, it only touches its session",
        Repetition.Declared => "yes: " + OnOneLine(reason!),
        Repetition.Writes => "no, it writes",
        Repetition.Commits => "no, it commits",
        Repetition.ControlsTransaction => "no, it is part of a transaction",
        Repetition.Pins => "no, it leaves on its session what no other can be given",
        Repetition.AsksForThePast => "no, it asks what its session did before",
        Repetition.NotUnderstood => "no: it is not understood",
        Repetition.InTransaction => "no, it runs inside a transaction",
        _ => throw new System.Diagnostics.UnreachableException($"No clause for {repetition}."),
    };

    private static string OnOneLine(string reason) =>
        string.Join(" ", reason.Split([' ', '\t', '\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
}
