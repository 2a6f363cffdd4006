using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>Tells which tokens of a statement belong to a condition: WHERE, HAVING, and ON of a join.</summary>
internal static class ConditionReader
{
    /// <summary>The numbers of the tokens that do.</summary>
    public static IEnumerable<int> TokensIn(SqlText text, TokenRange statement)
    {
        var around = new Stack<bool>();
        bool isCondition = false;
        for (int index = statement.First; index < statement.End; index++)
        {
            if (text.IsSymbol(index, '('))
                around.Push(isCondition);
            else if (text.IsSymbol(index, ')') && around.Count > 0)
                isCondition = around.Pop();
            else if (!text.IsSymbol(index - 1, '.') && !text.IsWord(index - 1, "AS"))
                isCondition = Clause(text, index) ?? isCondition;

            if (isCondition)
                yield return index;
        }
    }

    private static bool? Clause(SqlText text, int index)
    {
        if (text.IsAnyWord(index, "WHERE", "HAVING") || (text.IsWord(index, "ON") && !text.IsWord(index + 1, "DUPLICATE")))
            return true;

        bool isOther = text.IsAnyWord(
            index, "SELECT", "FROM", "JOIN", "STRAIGHT_JOIN", "GROUP", "ORDER", "LIMIT", "SET", "VALUES", "UPDATE", "UNION", "EXCEPT",
            "INTERSECT", "ON", "INTO", "RETURNING", "WINDOW", "FOR");
        return isOther && !text.IsSymbol(index + 1, '(') ? false : null;
    }
}
