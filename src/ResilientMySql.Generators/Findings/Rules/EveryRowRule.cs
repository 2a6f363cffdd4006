using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>UPDATE and DELETE that nothing narrows down: neither WHERE nor LIMIT nor a join.</summary>
internal static class EveryRowRule
{
    public static void Find(SqlText text, TokenRange statement, FindingList findings)
    {
        int verb = VerbOf(text, statement);
        if (!text.IsAnyWord(verb, "UPDATE", "DELETE"))
            return;

        var body = new TokenRange(verb, statement.End);
        if (text.Find(body, "WHERE", "LIMIT", "JOIN", "STRAIGHT_JOIN", "USING") < 0 && !JoinsInParentheses(text, body))
            findings.Add(FindingIds.EveryRow, text.Tokens[verb], text.TextOf(verb).ToUpperInvariant());
    }

    private static int VerbOf(SqlText text, TokenRange statement) =>
        text.IsWord(statement.First, "WITH") ? text.Find(statement, "SELECT", "UPDATE", "DELETE", "INSERT", "REPLACE") : statement.First;

    private static bool JoinsInParentheses(SqlText text, TokenRange body)
    {
        for (int index = body.First; index < body.End; index++)
        {
            if (text.IsWord(index, "JOIN"))
                return true;
        }

        return false;
    }
}
