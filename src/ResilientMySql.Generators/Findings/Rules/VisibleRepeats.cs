using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>What in a write shows that running it twice does more than running it once.</summary>
internal static class VisibleRepeats
{
    private static readonly string[] Changing =
    [
        "NOW", "SYSDATE", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "UTC_TIMESTAMP", "UUID", "UUID_SHORT", "UUID_V4", "UUID_V7",
        "RAND", "RANDOM_BYTES",
    ];

    public static void Find(SqlText text, TokenRange statement, FindingList findings)
    {
        if (text.IsWord(statement.First, "UPDATE"))
            FindInUpdate(text, statement, findings);
        else if (text.IsWord(statement.First, "INSERT"))
            FindInInsert(text, statement, findings);
        else if (text.IsWord(statement.First, "REPLACE"))
            FindChanging(text, statement, findings);
        else if (text.IsWord(statement.First, "DELETE"))
            FindInDelete(text, statement, findings);
    }

    private static void FindInUpdate(SqlText text, TokenRange statement, FindingList findings)
    {
        int set = text.Find(statement, "SET");
        if (set < 0)
            return;

        int end = text.Find(new TokenRange(set, statement.End), "WHERE", "ORDER", "LIMIT");
        var assignments = new TokenRange(set + 1, end < 0 ? statement.End : end);
        FindAssignments(text, assignments, new TokenRange(assignments.End, statement.End), findings);
    }

    private static void FindInInsert(SqlText text, TokenRange statement, FindingList findings)
    {
        int duplicate = text.Find(statement, "DUPLICATE");
        if (duplicate >= 0)
        {
            // ON DUPLICATE KEY UPDATE
            FindAssignments(text, new TokenRange(Math.Min(duplicate + 3, statement.End), statement.End), condition: default, findings);
            return;
        }

        int table = statement.First + 1;
        while (text.IsAnyWord(table, "LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "INTO"))
            table++;

        // INSERT … SELECT may look before it leaps.
        if (text.IsWord(table, "IGNORE") || text.Find(statement, "IGNORE", "SELECT", "WITH", "TABLE") >= 0 || text.Find(statement, "VALUES", "VALUE", "SET") < 0)
            return;

        if (!NamesKey(text, statement, table))
            findings.Add(FindingIds.NotIdempotent, text.Tokens[statement.First], "a second INSERT adds a second row");
    }

    /// <summary>Whether one of the columns that the statement fills is probably a key, which keeps a second row out.</summary>
    private static bool NamesKey(SqlText text, TokenRange statement, int table)
    {
        while (text.IsName(table) && text.IsSymbol(table + 1, '.'))
            table += 2;

        if (!text.IsName(table))
            return true;

        // Without a list of columns all of them are filled, the key among them.
        bool hasList = text.IsSymbol(table + 1, '(');
        int end = hasList ? text.ClosingOf(table + 1) : statement.End;
        if (!hasList && !text.IsWord(table + 1, "SET"))
            return true;

        for (int index = table + 2; index < Math.Min(end, statement.End); index++)
        {
            bool isColumn = text.IsName(index) && (hasList || text.IsSymbol(index + 1, '='));
            if (isColumn && KeyGuess.IsKey(text.NameOf(index), text.NameOf(table)))
                return true;
        }

        return false;
    }

    private static void FindInDelete(SqlText text, TokenRange statement, FindingList findings)
    {
        int limit = text.Find(statement, "LIMIT");
        int where = text.Find(statement, "WHERE");
        int from = text.Find(statement, "FROM");
        string? table = text.IsName(from + 1) ? text.NameOf(from + 1) : null;
        bool isOneRow = where >= 0 && KeyGuess.IsFixedIn(text, new TokenRange(where + 1, statement.End), table);
        if (limit >= 0 && !isOneRow)
            findings.Add(FindingIds.NotIdempotent, text.Tokens[limit], "a second DELETE deletes further rows");
    }

    private static void FindAssignments(SqlText text, TokenRange assignments, TokenRange condition, FindingList findings)
    {
        foreach (TokenRange assignment in text.SplitAtCommas(assignments))
        {
            int equals = assignment.First;
            while (equals < assignment.End && !text.IsSymbol(equals, '='))
                equals++;

            var value = new TokenRange(equals + 1, assignment.End);
            if (value.IsEmpty || !text.IsName(equals - 1))
                continue;

            string column = text.NameOf(equals - 1);
            if (AddsToItself(text, value, column) && !IsComparedIn(text, condition, column))
                findings.Add(FindingIds.NotIdempotent, assignment, $"'{column}' is computed from itself");
            else
                FindChanging(text, value, findings);
        }
    }

    /// <summary>The column as an operand of arithmetic; GREATEST(n, 1) gives the same the second time.</summary>
    private static bool AddsToItself(SqlText text, TokenRange value, string column)
    {
        for (int index = value.First; index < value.End; index++)
        {
            if (!text.IsName(index) || text.IsSymbol(index + 1, '(') || !string.Equals(text.NameOf(index), column, StringComparison.OrdinalIgnoreCase))
                continue;

            int first = index;
            while (text.IsSymbol(first - 1, '.') && text.IsName(first - 2))
                first -= 2;

            bool isOperand = IsArithmetic(text, index + 1) || (first > value.First && IsArithmetic(text, first - 1));
            if (text.DepthOf(index) == text.DepthOf(value.First) && isOperand)
                return true;

            if (text.IsWord(value.First, "CONCAT") && text.DepthOf(index) == text.DepthOf(value.First) + 1)
                return true;
        }

        return false;
    }

    private static bool IsArithmetic(SqlText text, int index) =>
        text.IsSymbol(index, '+') || (text.IsSymbol(index, '-') && !text.IsSymbol(index + 1, '>')) || text.IsSymbol(index, '*') || text.IsSymbol(index, '/') || text.IsSymbol(index, '^');

    /// <summary>SET version = version + 1 WHERE version = 7 finds nothing the second time.</summary>
    private static bool IsComparedIn(SqlText text, TokenRange condition, string column)
    {
        for (int index = condition.First; index < condition.End; index++)
        {
            if (text.IsName(index) && string.Equals(text.NameOf(index), column, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static void FindChanging(SqlText text, TokenRange range, FindingList findings)
    {
        for (int index = range.First; index < range.End; index++)
        {
            bool isBare = text.IsAnyWord(index, "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "UTC_TIMESTAMP");
            bool isChanging = text.IsAnyWord(index, Changing) && (isBare || text.IsSymbol(index + 1, '(')) && !text.IsSymbol(index - 1, '.');

            // RAND(3) is the same each time.
            if (isChanging && !(text.IsWord(index, "RAND") && !text.IsSymbol(index + 2, ')')))
                findings.Add(FindingIds.NotIdempotent, text.Tokens[index], $"{text.TextOf(index).ToUpperInvariant()} gives another value the second time");
        }
    }
}
