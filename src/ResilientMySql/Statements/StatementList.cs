namespace ResilientMySql.Statements;

/// <summary>Tells texts of one statement from those that may be several. Pure.</summary>
internal static class StatementList
{
    /// <summary>Whether anything stands behind a semicolon, in whichever mode the server reads the text.</summary>
    public static bool MayBeSeveral(ReadOnlySpan<char> sql)
    {
        if (!sql.TrimEnd(" \t\r\n;").Contains(';'))
            return false;

        foreach (LexicalMode mode in LexicalReading.Modes)
        {
            if (MayBeSeveral(sql, mode))
                return true;
        }

        return false;
    }

    private static bool MayBeSeveral(ReadOnlySpan<char> sql, LexicalMode mode)
    {
        bool hasEnded = false;
        for (var cursor = new TokenCursor(sql, mode); !cursor.AtEnd; cursor.MoveNext())
        {
            // A comment that a server may run can hold anything.
            if (cursor.IsHidden || (hasEnded && cursor.Kind is not SqlTokenKind.Semicolon))
                return true;

            hasEnded |= cursor.Kind is SqlTokenKind.Semicolon;
        }

        return false;
    }
}
