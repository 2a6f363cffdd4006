using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Generators.Findings.Rules;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings;

/// <summary>
/// What is wrong with a statement, or probably is, as far as its text and its method tell. Pure. Where a rule is not sure it says
/// nothing.
/// </summary>
internal static class SqlFindings
{
    /// <summary>Everything there is to tell, in the order of the text.</summary>
    public static IReadOnlyList<SqlFinding> Find(StatementFacts facts)
    {
        var text = new SqlText(facts.Sql);
        var findings = new FindingList(text);
        PromiseRule.FindEmptyReason(text, facts, findings);
        if (text.Tokens.Count == 0 || text.Tokens.Any(token => token.Kind is SqlTokenKind.Unterminated))
            return findings.Items; // The parser tells of it, and where the quotes are is anybody's guess.

        HiddenParameterRule.Find(text, facts, findings);
        DriverReadingRule.Find(facts, findings);
        UnboundedListRule.Find(text, facts, findings);
        StatementCountRule.Find(text, facts, findings);

        // What a comment hides from here may be any clause.
        if (text.Tokens.All(token => token.Kind is not SqlTokenKind.ExecutableComment))
            FindInStatements(text, facts, findings);

        return [.. findings.Items.OrderBy(finding => finding.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    private static void FindInStatements(SqlText text, StatementFacts facts, FindingList findings)
    {
        foreach (TokenRange statement in text.Statements)
        {
            EveryRowRule.Find(text, statement, findings);
            NullComparisonRule.Find(text, statement, facts, findings);
        }

        if (text.Statements.Count != 1)
            return;

        TokenRange only = text.Statements[0];
        ResultSetRule.Find(text, only, facts, findings);
        LockRule.Find(text, only, facts, findings);
        PromiseRule.Find(text, only, facts, findings);
        if (QueryBlock.Of(text, only) is { } query)
        {
            ColumnsRule.Find(text, query, facts, findings);
            NullableColumnRule.Find(text, query, facts, findings);
            LimitRule.Find(text, query, facts, findings);
        }
    }
}
