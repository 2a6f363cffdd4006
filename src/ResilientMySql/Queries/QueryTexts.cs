using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>What is known of a generated statement once and for all.</summary>
internal static class QueryTexts<TStatement>
    where TStatement : struct, IStatement
{
    private static readonly QueryText? Only = TStatement.Lists.IsEmpty ? QueryText.Kept(TStatement.CommandText) : null;

    private static readonly ListTexts? Lists =
        TStatement.Lists.IsEmpty ? null : new ListTexts(new ListStatement(TStatement.CommandText, TStatement.Lists));

    /// <summary>One entry for each set of dialects, by its number. The size of a list changes nothing.</summary>
    private static readonly StatementEffects[] Effects =
        [.. Enumerable.Range(0, (int)ServerDialects.Any + 1).Select(static dialect =>
            StatementClassifier.Classify(TStatement.CommandText, (ServerDialects)dialect) with { IsDeclaredIdempotent = TStatement.IsDeclaredIdempotent })];

    /// <summary>The text to run the statement as.</summary>
    /// <exception cref="ArgumentException">Its lists are too long for one statement.</exception>
    public static QueryText For(in TStatement statement) => TStatement.Lists.IsEmpty ? Only! : Lists!.For(statement);

    /// <summary>What the statement does on a server of that dialect.</summary>
    public static StatementEffects EffectsOn(ServerDialects dialect) => Effects[(int)dialect];
}
