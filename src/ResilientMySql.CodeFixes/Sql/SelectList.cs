using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>Reads the columns that a SELECT names.</summary>
internal static class SelectList
{
    private static readonly HashSet<string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "DISTINCT", "DISTINCTROW", "HIGH_PRIORITY", "STRAIGHT_JOIN", "SQL_SMALL_RESULT", "SQL_BIG_RESULT", "SQL_BUFFER_RESULT",
        "SQL_NO_CACHE", "SQL_CALC_FOUND_ROWS",
    };

    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "FROM", "INTO", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "FOR", "LOCK", "UNION", "EXCEPT", "INTERSECT", "PROCEDURE",
    };

    /// <summary>Words that end an expression, and so are no alias.</summary>
    private static readonly HashSet<string> NoAlias = new(StringComparer.OrdinalIgnoreCase) { "END", "NULL", "TRUE", "FALSE", "UNKNOWN" };

    /// <summary>The items of the select list; null where the text does not begin with SELECT.</summary>
    public static IReadOnlyList<SelectItem>? Parse(string sql)
    {
        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql);
        if (tokens.Count == 0 || !SqlTokens.IsWord(tokens[0], sql, "SELECT"))
            return null;

        int position = 1;
        while (position < tokens.Count && tokens[position].Kind is SqlTokenKind.Word && Options.Contains(Text(tokens[position], sql)))
            position++;

        var items = new List<SelectItem>();
        var current = new List<SqlToken>();
        int depth = 0;
        for (; position < tokens.Count && !(depth == 0 && IsEnd(tokens[position], sql)); position++)
        {
            SqlToken token = tokens[position];
            depth += SqlTokens.IsSymbol(token, sql, '(') ? 1 : SqlTokens.IsSymbol(token, sql, ')') ? -1 : 0;
            if (depth == 0 && SqlTokens.IsSymbol(token, sql, ','))
                Complete(items, current, sql);
            else
                current.Add(token);
        }

        Complete(items, current, sql);
        return items;
    }

    private static bool IsEnd(SqlToken token, string sql) =>
        token.Kind is SqlTokenKind.Semicolon || (token.Kind is SqlTokenKind.Word && Ends.Contains(Text(token, sql)));

    private static void Complete(List<SelectItem> items, List<SqlToken> tokens, string sql)
    {
        if (tokens.Count == 0)
            return;

        SqlToken last = tokens[tokens.Count - 1];
        bool isStar = SqlTokens.IsSymbol(last, sql, '*') && IsChain(tokens, tokens.Count - 1, endsWithDot: true, sql);
        items.Add(new SelectItem(tokens[0].Start, last.End, isStar ? null : NameOf(tokens, sql), isStar));
        tokens.Clear();
    }

    private static string? NameOf(List<SqlToken> tokens, string sql)
    {
        int last = tokens.Count - 1;
        string? name = SqlTokens.IdentifierOf(tokens[last], sql);
        if (name is null || IsChain(tokens, tokens.Count, endsWithDot: false, sql))
            return name;

        bool hasAs = last > 0 && SqlTokens.IsWord(tokens[last - 1], sql, "AS");
        bool followsOperand = last > 0 && (IsChain(tokens, last, endsWithDot: false, sql) || SqlTokens.IsSymbol(tokens[last - 1], sql, ')'));
        return hasAs || (followsOperand && !NoAlias.Contains(name)) ? name : null;
    }

    /// <summary>Whether the first <paramref name="count"/> tokens are names with dots between them: <c>sakila.city.city_id</c>.</summary>
    private static bool IsChain(List<SqlToken> tokens, int count, bool endsWithDot, string sql)
    {
        if (count % 2 != (endsWithDot ? 0 : 1))
            return false;

        for (int index = 0; index < count; index++)
        {
            bool fits = index % 2 == 0 ? SqlTokens.IdentifierOf(tokens[index], sql) is not null : SqlTokens.IsSymbol(tokens[index], sql, '.');
            if (!fits)
                return false;
        }

        return true;
    }

    private static string Text(SqlToken token, string sql) => sql.Substring(token.Start, token.Length);
}
