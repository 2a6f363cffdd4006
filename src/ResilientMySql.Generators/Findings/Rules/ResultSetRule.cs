using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>[Query] on a statement without a result set, and [Execute] on one with.</summary>
internal static class ResultSetRule
{
    public static void Find(SqlText text, TokenRange statement, StatementFacts facts, FindingList findings)
    {
        bool? has = StatementVerb.HasResultSet(text, statement);
        if (facts.IsQuery && has is false)
            findings.Add(FindingIds.NoResultSet, text.Tokens[statement.First], text.TextOf(statement.First).ToUpperInvariant());
        else if (!facts.IsQuery && has is true)
            findings.Add(FindingIds.IgnoredResultSet, text.Tokens[statement.First], text.TextOf(statement.First).ToUpperInvariant());
    }
}
