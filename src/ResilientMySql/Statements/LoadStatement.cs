namespace ResilientMySql.Statements;

/// <summary>
/// <c>LOAD DATA</c> and <c>LOAD XML</c>, which write rows. (LOAD INDEX and CACHE INDEX are opaque: MySQL commits for them, MariaDB
/// does not, whatever its manual says.)
/// </summary>
internal static class LoadStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        if (!cursor.Skip("DATA") && !cursor.Skip("XML"))
            return StatementEffects.Opaque;

        while (cursor.IsAnyWord("LOW_PRIORITY", "CONCURRENT", "LOCAL"))
            cursor.MoveNext();

        return TrySkipTarget(ref cursor) && !AssignsVariables(cursor)
            ? BodyScanner.Scan(ref cursor, StatementKind.Write)
            : StatementEffects.Opaque;
    }

    /// <summary>Reads up to the table, whose columns look like a call's arguments.</summary>
    private static bool TrySkipTarget(ref TokenCursor cursor)
    {
        if (!cursor.Skip("INFILE") || cursor.Kind is not (SqlTokenKind.String or SqlTokenKind.DoubleQuoted))
            return false;

        cursor.MoveNext();
        if (cursor.IsAnyWord("REPLACE", "IGNORE"))
            cursor.MoveNext();

        return cursor.Skip("INTO") && cursor.Skip("TABLE") && cursor.SkipName();
    }

    /// <summary>A field may be read into a user variable, which outlives the statement.</summary>
    private static bool AssignsVariables(TokenCursor cursor)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            if (cursor.Kind is SqlTokenKind.AtName || cursor.IsSymbol('@') || cursor.IsAnyWord("ALGORITHM", "PARALLEL"))
                return true;
        }

        return false;
    }
}
