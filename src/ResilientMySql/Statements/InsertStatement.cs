namespace ResilientMySql.Statements;

/// <summary><c>INSERT …</c> and <c>REPLACE …</c>.</summary>
internal static class InsertStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        if (!TrySkipHead(ref cursor))
            return StatementEffects.Opaque;

        StatementEffects body = BodyScanner.Scan(ref cursor, StatementKind.Write);
        return body with { Makes = body.Makes | OneShotState.InsertId };
    }

    /// <summary>The table's name comes first, because the list of columns behind it looks like a call's arguments.</summary>
    public static bool TrySkipHead(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        while (cursor.IsAnyWord("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "IGNORE", "INTO"))
            cursor.MoveNext();

        return cursor.SkipName();
    }
}
