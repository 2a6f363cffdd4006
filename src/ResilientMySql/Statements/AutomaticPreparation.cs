namespace ResilientMySql.Statements;

/// <summary>Which statements mean the same, prepared, as their text does with the values in the place of the parameters. Pure.</summary>
internal static class AutomaticPreparation
{
    /// <summary>
    /// Only what reads or writes rows; and not what asks for something that the statement before has left, which the server may
    /// forget while it prepares.
    /// </summary>
    public static bool IsFor(StatementEffects effects) =>
        effects is { UsesOneShotState: false, Kind: StatementKind.Read or StatementKind.LockingRead or StatementKind.Write };

    /// <summary>Whether it is one statement whose parameters are all values.</summary>
    /// <param name="sql">A text of rows read or written.</param>
    /// <param name="allowsUserVariables">Whether <c>@name</c> may be a user variable: prepared, each is a parameter.</param>
    public static bool IsFor(ReadOnlySpan<char> sql, bool allowsUserVariables) =>
        !StatementList.MayBeSeveral(sql) && !(allowsUserVariables && sql.Contains('@')) && !HasParameterForColumn(sql);

    /// <summary>In a text, <c>ORDER BY 2</c> is the second column; prepared, <c>ORDER BY ?</c> is no order at all.</summary>
    private static bool HasParameterForColumn(ReadOnlySpan<char> sql)
    {
        bool isInList = false;
        for (var cursor = new TokenCursor(sql); !cursor.AtEnd; cursor.MoveNext())
        {
            if (cursor.IsWord("BY"))
                isInList = true;
            else if (cursor.IsAnyWord("HAVING", "LIMIT", "ROWS", "RANGE", "FOR", "UNION", "SEPARATOR"))
                isInList = false;
            else if (isInList && cursor.Kind is SqlTokenKind.Placeholder or SqlTokenKind.AtName)
                return true;
        }

        return false;
    }
}
