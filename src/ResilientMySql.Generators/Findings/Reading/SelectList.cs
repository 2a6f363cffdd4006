using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>Reads a select list. Conservative: a name that is not certain is no name.</summary>
internal static class SelectList
{
    /// <summary>Words that stand for a value or end an expression, and are no alias.</summary>
    private static readonly string[] NoAliases =
    [
        "NULL", "TRUE", "FALSE", "UNKNOWN", "END", "AND", "OR", "XOR", "NOT", "IS", "IN", "LIKE", "RLIKE", "REGEXP", "BETWEEN", "DIV",
        "MOD", "COLLATE", "MEMBER", "OF", "SOUNDS", "OVER", "ESCAPE", "INTERVAL", "BINARY", "CASE", "WHEN", "THEN", "ELSE", "ASC", "DESC",
    ];

    /// <summary>Values that are written like a column's name.</summary>
    private static readonly string[] BareValues =
    [
        "NULL", "TRUE", "FALSE", "DEFAULT", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "CURRENT_ROLE",
        "LOCALTIME", "LOCALTIMESTAMP", "UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP", "SYSDATE", "ROWNUM", "\\N",
    ];

    public static IReadOnlyList<SelectColumn> Read(SqlText text, TokenRange list) =>
        [.. text.SplitAtCommas(list).Select(item => ReadItem(text, item))];

    /// <summary>Whether the tokens are a column's name and nothing else: <c>city</c>, <c>c.city</c>, <c>sakila.c.city</c>.</summary>
    public static bool IsColumn(SqlText text, TokenRange range)
    {
        if (range.Count is not (1 or 3 or 5))
            return false;

        for (int index = range.First; index < range.End; index++)
        {
            bool isName = text.IsName(index);
            bool isDot = text.IsSymbol(index, '.');
            if ((index - range.First) % 2 == 0 ? !isName : !isDot)
                return false;
        }

        return range.Count > 1 || !text.IsAnyWord(range.First, BareValues);
    }

    private static SelectColumn ReadItem(SqlText text, TokenRange item)
    {
        if (item.IsEmpty)
            return new SelectColumn(item, item, null, IsStar: false);

        int last = item.End - 1;
        if (text.IsSymbol(last, '*') && (item.Count == 1 || text.IsSymbol(last - 1, '.')))
            return new SelectColumn(item, item, null, IsStar: true);

        if (item.Count > 2 && text.IsWord(last - 1, "AS") && text.DepthOf(last - 1) == text.DepthOf(item.First))
        {
            bool isAlias = text.KindOf(last) is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier or SqlTokenKind.String or SqlTokenKind.DoubleQuoted;
            return new SelectColumn(item, new TokenRange(item.First, last - 1), isAlias ? Plain(text.NameOf(last)) : null, IsStar: false);
        }

        return HasBareAlias(text, item)
            ? new SelectColumn(item, new TokenRange(item.First, last), text.NameOf(last), IsStar: false)
            : new SelectColumn(item, item, NameOfExpression(text, item), IsStar: false);
    }

    /// <summary>An alias without AS is only certain behind a column and behind a parenthesis.</summary>
    private static bool HasBareAlias(SqlText text, TokenRange item)
    {
        int last = item.End - 1;
        if (item.Count < 2 || !text.IsName(last) || text.IsAnyWord(last, NoAliases) || text.Find(item, "INTERVAL") >= 0)
            return false;

        return text.IsSymbol(last - 1, ')') || IsColumn(text, new TokenRange(item.First, last));
    }

    private static string? NameOfExpression(SqlText text, TokenRange item)
    {
        if (IsColumn(text, item))
            return text.NameOf(item.End - 1);

        bool isCall = item.Count > 2 && text.KindOf(item.First) is SqlTokenKind.Word && text.IsSymbol(item.First + 1, '(')
            && text.ClosingOf(item.First + 1) == item.End - 1;

        return isCall ? text.TextOf(item) : null;
    }

    /// <summary>An escape in a quoted alias is read by the server, not here.</summary>
    private static string? Plain(string alias) => alias.IndexOf('\\') < 0 ? alias : null;
}
