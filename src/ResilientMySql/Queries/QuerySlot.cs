using ResilientMySql.Statements;

namespace ResilientMySql.Queries;

/// <summary>What is known of a generated statement once and for all.</summary>
internal static class QuerySlot<TStatement>
    where TStatement : struct, IStatement
{
    /// <summary>Where each session keeps this statement's prepared command.</summary>
    public static readonly int Index = QuerySlots.Next();

    public static readonly StatementEffects Effects = StatementClassifier.Classify(TStatement.CommandText);
}
