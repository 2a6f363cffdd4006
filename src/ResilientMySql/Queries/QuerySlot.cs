using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>What is known of a generated statement once and for all.</summary>
internal static class QuerySlot<TStatement>
    where TStatement : struct, IStatement
{
    /// <summary>Where each session keeps this statement's prepared command.</summary>
    public static readonly int Index = QuerySlots.Next();

    /// <summary>
    /// The statement as it is prepared. The driver finds prepared statements by their text, and would run a user's command of the
    /// same text as this one: no such command begins with this comment.
    /// </summary>
    public static readonly string PreparedText = "/*[Query]*/ " + TStatement.CommandText;

    /// <summary>Whether it may be several statements, which are never prepared.</summary>
    public static readonly bool IsList = StatementList.MayBeSeveral(TStatement.CommandText);

    /// <summary>One entry for each set of dialects, by its number.</summary>
    private static readonly StatementEffects[] Effects =
        [.. Enumerable.Range(0, (int)ServerDialects.Any + 1).Select(static dialect =>
            StatementClassifier.Classify(TStatement.CommandText, (ServerDialects)dialect))];

    /// <summary>What the statement does on a server of that dialect.</summary>
    public static StatementEffects EffectsOn(ServerDialects dialect) => Effects[(int)dialect];
}
