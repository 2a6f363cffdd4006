using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>LIMIT without ORDER BY where the method takes the first row: which one that is, is anybody's guess.</summary>
internal static class LimitRule
{
    private static readonly string[] Aggregates =
    [
        "COUNT", "MAX", "MIN", "SUM", "AVG", "STD", "STDDEV", "STDDEV_POP", "STDDEV_SAMP", "VAR_POP", "VAR_SAMP", "VARIANCE",
        "GROUP_CONCAT", "JSON_ARRAYAGG", "JSON_OBJECTAGG", "BIT_AND", "BIT_OR", "BIT_XOR",
    ];

    public static void Find(SqlText text, QueryBlock query, StatementFacts facts, FindingList findings)
    {
        int limit = query.IndexOf("LIMIT");
        if (limit < 0 || facts.Result is not TakenResult.FirstRow || query.Has("ORDER") || query.IsCombined || query.From.IsEmpty)
            return;

        bool isOneRow = KeyGuess.IsFixedIn(text, query.Where, TableOf(text, query)) || query.Columns.Any(column => IsAggregate(text, column));
        if (!isOneRow && query.Columns.Any(column => NamesColumn(text, column)))
            findings.Add(FindingIds.LimitWithoutOrder, text.Tokens[limit]);
    }

    private static string? TableOf(SqlText text, QueryBlock query)
    {
        int index = query.From.First;
        while (text.IsName(index) && text.IsSymbol(index + 1, '.'))
            index += 2;

        return query.From.Contains(index) && text.IsName(index) ? text.NameOf(index) : null;
    }

    private static bool IsAggregate(SqlText text, SelectColumn column)
    {
        for (int index = column.Expression.First; index < column.Expression.End; index++)
        {
            if (text.IsAnyWord(index, Aggregates) && text.IsSymbol(index + 1, '('))
                return true;
        }

        return false;
    }

    /// <summary>SELECT 1 … LIMIT 1 is the same whichever row it comes from.</summary>
    private static bool NamesColumn(SqlText text, SelectColumn column)
    {
        for (int index = column.Expression.First; index < column.Expression.End; index++)
        {
            bool isName = text.IsName(index) && !text.IsSymbol(index + 1, '(') && !text.IsAnyWord(index, "NULL", "TRUE", "FALSE");
            if (isName || column.IsStar || text.KindOf(index) is SqlTokenKind.DoubleQuoted)
                return true;
        }

        return false;
    }
}
