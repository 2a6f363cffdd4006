namespace ResilientMySql.Statements;

/// <summary>Looks at a word before a parenthesis: a call, unless the words around it make it something else.</summary>
internal static class CallInspector
{
    public static Finding Inspect(TokenCursor cursor, PreviousToken previous)
    {
        // A function with its schema is a stored one.
        if (previous is PreviousToken.Dot)
            return Finding.Unknown;

        // AS is followed by a type (CAST) or by an alias with its columns, never by a call.
        if (previous is PreviousToken.As || IsClause(cursor, previous))
            return Finding.None;

        return KnownFunctions.Find(cursor.Text, cursor.Dialects, cursor.OpensAtOnce) switch
        {
            FunctionKind.Pure => Finding.None,
            FunctionKind.Effect => Finding.Effect,
            FunctionKind.Lock => Finding.Pin,
            FunctionKind.RowCount => Finding.AsksLastStatement,
            FunctionKind.FoundRows => Finding.AsksFoundRows,
            FunctionKind.LastInsertId => TakesNoArgument(cursor) ? Finding.AsksInsertId : Finding.SetsInsertId,
            FunctionKind.Identity => Finding.AsksIdentity,
            FunctionKind.Unknown => Finding.Unknown,
            _ => throw new System.Diagnostics.UnreachableException("Every kind of function has its case."),
        };
    }

    /// <summary>
    /// Words that a stored function may have for a name on one of the servers, but not where they stand: an operand is not
    /// followed by a call, and a call takes no bare query.
    /// </summary>
    private static bool IsClause(TokenCursor cursor, PreviousToken previous) => previous switch
    {
        PreviousToken.Closing => cursor.IsWord("AGAINST"),
        PreviousToken.String => cursor.IsWord("COLUMNS"),
        PreviousToken.Number => cursor.IsAnyWord("LINES", "ROWS"),
        PreviousToken.Member => cursor.IsWord("OF"),
        _ => (cursor.IsWord("LATERAL") && TakesQuery(cursor)) || (cursor.IsWord("JSON_TABLE") && TakesColumns(cursor)),
    };

    private static bool TakesNoArgument(TokenCursor call)
    {
        call.MoveNext();
        return call.NextIsSymbol(')');
    }

    private static bool TakesQuery(TokenCursor call)
    {
        call.MoveNext();
        return call.NextIsWord("SELECT") || call.NextIsWord("WITH");
    }

    /// <summary>Whether COLUMNS stands behind a string inside the call's own parentheses.</summary>
    private static bool TakesColumns(TokenCursor call)
    {
        int depth = 0;
        do
        {
            call.MoveNext();
            depth += call.IsSymbol('(') ? 1 : call.IsSymbol(')') ? -1 : 0;
            if (depth == 1 && call.Kind is SqlTokenKind.String && call.NextIsWord("COLUMNS"))
                return true;
        }
        while (depth > 0 && !call.AtStatementEnd);

        return false;
    }
}
