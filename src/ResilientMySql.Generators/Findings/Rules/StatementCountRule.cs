using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>Several statements with a result each, for a method that takes one.</summary>
internal static class StatementCountRule
{
    public static void Find(SqlText text, StatementFacts facts, FindingList findings)
    {
        if (text.Statements.Count < 2 || facts.Result is TakenResult.None or TakenResult.SeveralSets or TakenResult.Raw)
            return;

        TokenRange[] giving = [.. text.Statements.Where(statement => Gives(text, statement, facts))];
        if (giving.Length > 1)
            findings.Add(FindingIds.SeveralResults, giving[1], facts.Result is TakenResult.InsertId ? "inserts" : "has a result set");
    }

    private static bool Gives(SqlText text, TokenRange statement, StatementFacts facts) => facts.Result is TakenResult.InsertId
        ? text.IsAnyWord(statement.First, "INSERT", "REPLACE")
        : StatementVerb.HasResultSet(text, statement) is true;
}
