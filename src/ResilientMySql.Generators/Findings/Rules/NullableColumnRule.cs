using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>A column that is visibly NULL at times, for a member that cannot hold it.</summary>
internal static class NullableColumnRule
{
    private static readonly string[] NullWithoutRows =
    [
        "MAX", "MIN", "SUM", "AVG", "STD", "STDDEV", "STDDEV_POP", "STDDEV_SAMP", "VAR_POP", "VAR_SAMP", "VARIANCE", "GROUP_CONCAT",
        "JSON_ARRAYAGG", "JSON_OBJECTAGG",
    ];

    public static void Find(SqlText text, QueryBlock query, StatementFacts facts, FindingList findings)
    {
        bool isTaken = facts.Result is TakenResult.FirstRow or TakenResult.SingleRow or TakenResult.AllRows;
        if (!isTaken || facts.Members is not { } members || members.Count != query.Columns.Count || query.Columns.Any(column => column.IsStar || column.Range.IsEmpty))
            return;

        HashSet<string> outer = OuterTables(text, query);
        for (int ordinal = 0; ordinal < members.Count; ordinal++)
        {
            SelectColumn column = query.Columns[ordinal];
            if (!members[ordinal].IsNullable && ReasonOf(text, query, column, outer) is { } reason)
                findings.Add(FindingIds.NullableColumn, column.Range, members[ordinal].Name ?? "the result", reason);
        }
    }

    private static string? ReasonOf(SqlText text, QueryBlock query, SelectColumn column, HashSet<string> outer)
    {
        TokenRange expression = column.Expression;
        if (expression.Count == 1 && text.IsWord(expression.First, "NULL"))
            return "NULL is selected";

        bool isAggregate = text.IsAnyWord(expression.First, NullWithoutRows) && text.IsSymbol(expression.First + 1, '(')
            && text.ClosingOf(expression.First + 1) == expression.End - 1;
        if (isAggregate && !query.From.IsEmpty && !query.Has("GROUP") && !query.Has("HAVING"))
            return $"{text.TextOf(expression.First).ToUpperInvariant()} of no rows is NULL";

        bool isOuter = expression.Count == 3 && SelectList.IsColumn(text, expression) && outer.Contains(text.NameOf(expression.First));
        return isOuter ? $"'{text.NameOf(expression.First)}' is joined by LEFT JOIN" : null;
    }

    /// <summary>The names under which tables are joined by LEFT JOIN, unless WHERE speaks of them, which may keep the NULLs out.</summary>
    private static HashSet<string> OuterTables(SqlText text, QueryBlock query)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int index = query.From.First; index < query.From.End; index++)
        {
            if (!text.IsWord(index, "LEFT") || text.DepthOf(index) != text.DepthOf(query.Whole.First))
                continue;

            int join = text.IsWord(index + 1, "OUTER") ? index + 2 : index + 1;
            if (text.IsWord(join, "JOIN") && AliasAt(text, join + 1, query.From.End) is { } alias && !IsMentioned(text, query.Where, alias) && !IsJoinedOn(text, join + 1, query.From.End, alias))
                names.Add(alias);
        }

        return names;
    }

    /// <summary>The alias of the table or derived table that begins here, or its own name.</summary>
    private static string? AliasAt(SqlText text, int index, int end)
    {
        string? name = null;
        if (text.IsSymbol(index, '('))
        {
            index = text.ClosingOf(index) + 1;
        }
        else
        {
            while (text.IsName(index) && text.IsSymbol(index + 1, '.'))
                index += 2;

            name = text.IsName(index) ? text.NameOf(index) : null;
            index++;
        }

        if (text.IsWord(index, "AS"))
            index++;

        bool isAlias = index < end && text.IsName(index) && !text.IsAnyWord(index, "ON", "USING", "USE", "FORCE", "IGNORE", "PARTITION", "FOR");
        return isAlias ? text.NameOf(index) : name;
    }

    private static bool IsMentioned(SqlText text, TokenRange where, string alias)
    {
        for (int index = where.First; index < where.End; index++)
        {
            if (text.IsName(index) && text.IsSymbol(index + 1, '.') && string.Equals(text.NameOf(index), alias, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a later inner join needs the table to have a row.</summary>
    private static bool IsJoinedOn(SqlText text, int start, int end, string alias)
    {
        int later = start;
        while (later < end && !(text.IsWord(later, "JOIN") && !text.IsAnyWord(later - 1, "LEFT", "OUTER")))
            later++;

        return IsMentioned(text, new TokenRange(later, end), alias);
    }
}
