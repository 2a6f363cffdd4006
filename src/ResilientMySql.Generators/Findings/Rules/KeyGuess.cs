using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>
/// Guesses which columns identify a row, from their names: <c>id</c>, <c>city_id</c> in the table city, anything with uuid, guid or key.
/// It only serves to keep silent.
/// </summary>
internal static class KeyGuess
{
    public static bool IsKey(string column, string? table)
    {
        string name = Plain(column);
        string owner = Plain(table ?? "");
        return name is "id" or "code" || name.EndsWith("uuid", StringComparison.Ordinal) || name.EndsWith("guid", StringComparison.Ordinal)
            || name.EndsWith("key", StringComparison.Ordinal)
            || (owner.Length > 0 && name.EndsWith("id", StringComparison.Ordinal) && SharesStem(name.Substring(0, name.Length - 2), owner));
    }

    /// <summary>Whether a column that may be a key is held against one value somewhere in the range, not under OR.</summary>
    public static bool IsFixedIn(SqlText text, TokenRange condition, string? table)
    {
        if (condition.IsEmpty || text.Find(condition, "OR", "XOR") >= 0)
            return false;

        for (int index = condition.First; index < condition.End; index++)
        {
            bool isEquality = text.IsSymbol(index, '=') && !text.IsSymbol(index - 1, '<') && !text.IsSymbol(index - 1, '>') && !text.IsSymbol(index - 1, '!');
            if (!isEquality || text.DepthOf(index) > text.DepthOf(condition.First) + 1)
                continue;

            if ((text.IsName(index - 1) && IsKey(text.NameOf(index - 1), table)) || (text.IsName(index + 1) && IsKey(LastPart(text, index + 1), table)))
                return true;
        }

        return false;
    }

    private static string LastPart(SqlText text, int index)
    {
        while (text.IsSymbol(index + 1, '.') && text.IsName(index + 2))
            index += 2;

        return text.NameOf(index);
    }

    /// <summary>The table may be in the plural: city_id of cities.</summary>
    private static bool SharesStem(string column, string table)
    {
        int stem = Math.Max(2, Math.Min(column.Length, table.Length) - 3);
        return column.Length > 0 && table.Length >= stem && column.Length >= stem && string.CompareOrdinal(column, 0, table, 0, stem) == 0;
    }

    private static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();
}
