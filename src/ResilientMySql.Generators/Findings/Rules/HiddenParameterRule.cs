using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>
/// <c>@name</c> where it is no parameter: in a string, a quoted name or a comment. It is only told where the method has a parameter
/// of that name; in a comment only where the parameter is not bound elsewhere, for otherwise the comment is about it.
/// </summary>
internal static class HiddenParameterRule
{
    public static void Find(SqlText text, StatementFacts facts, FindingList findings)
    {
        foreach (SqlToken token in text.All)
        {
            foreach ((int start, int length) in NamesIn(text.Sql, token))
            {
                string name = text.Sql.Substring(start + 1, length - 1);
                if (token.Kind is SqlTokenKind.ExecutableComment)
                {
                    if (!facts.IsUserVariable(name))
                        findings.Add(FindingIds.ParameterInExecutableComment, start, length, text.Sql.Substring(start, length));
                }
                else if (facts.HasParameter(name) && (token.Kind is not (SqlTokenKind.Comment or SqlTokenKind.Hint) || !IsBound(text, name)))
                {
                    findings.Add(FindingIds.HiddenParameter, start, length, name, PlaceOf(token.Kind));
                }
            }

            if (token.Kind is SqlTokenKind.ExecutableComment)
                FindPlaceholders(text, token, findings);
            else if (token.Kind is SqlTokenKind.AtName)
                FindQuotedName(text, token, facts, findings);
        }
    }

    private static IEnumerable<(int Start, int Length)> NamesIn(string sql, SqlToken token)
    {
        if (token.Kind is not (SqlTokenKind.String or SqlTokenKind.DoubleQuoted or SqlTokenKind.QuotedIdentifier
            or SqlTokenKind.Comment or SqlTokenKind.Hint or SqlTokenKind.ExecutableComment))
        {
            yield break;
        }

        for (int start = token.Start + 1; start < token.End; start++)
        {
            // me@city.com is an address, and @@name a system variable.
            if (sql[start] != '@' || sql[start - 1] == '@' || SqlCharacters.IsWordPart(sql[start - 1]))
                continue;

            int end = start + 1;
            while (end < token.End && (SqlCharacters.IsWordPart(sql[end]) || (sql[end] == '.' && end + 1 < token.End && SqlCharacters.IsWordPart(sql[end + 1]))))
                end++;

            if (end > start + 1)
                yield return (start, end - start);
        }
    }

    /// <summary>The driver skips the comment, and the server runs it.</summary>
    private static void FindPlaceholders(SqlText text, SqlToken comment, FindingList findings)
    {
        // Past the opening: /*! or /*M!, and the version's digits are no matter.
        int start = text.Sql.IndexOf('!', comment.Start) + 1;
        var lexer = new SqlLexer(text.Sql.AsSpan(start, Math.Max(0, comment.End - start)));
        while (start > 0 && lexer.TryRead(out SqlToken token))
        {
            if (token.Kind is SqlTokenKind.Placeholder)
                findings.Add(FindingIds.ParameterInExecutableComment, start + token.Start, token.Length, "?");
        }
    }

    /// <summary><c>@`city`</c> is a user variable, whatever the method's parameters are called.</summary>
    private static void FindQuotedName(SqlText text, SqlToken token, StatementFacts facts, FindingList findings)
    {
        if (token.Length < 4 || text.Sql[token.Start + 1] is not ('\'' or '"' or '`'))
            return;

        string name = text.Sql.Substring(token.Start + 2, token.Length - 3);
        if (facts.HasParameter(name) && !facts.IsUserVariable(name))
            findings.Add(FindingIds.HiddenParameter, token, name, "in quotes behind the @");
    }

    private static bool IsBound(SqlText text, string name) =>
        text.Tokens.Any(token => token.Kind is SqlTokenKind.AtName
            && string.Equals(text.Sql.Substring(token.Start + 1, token.Length - 1), name, StringComparison.OrdinalIgnoreCase));

    private static string PlaceOf(SqlTokenKind kind) => kind switch
    {
        SqlTokenKind.QuotedIdentifier => "in a quoted name",
        SqlTokenKind.Comment or SqlTokenKind.Hint => "in a comment",
        _ => "in a string",
    };
}
