using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// Says what a text does, from an allow-list: whatever is not understood is <see cref="Opaque"/>. Pure, and allocates nothing.
/// </summary>
/// <remarks>
/// Knows the dialects of MySQL 9 and MariaDB 10.11 under the default sql_mode. What a view calls or a trigger sets is invisible
/// to a client and therefore to this class. Source: MySQL Reference Manual, "SQL Statements", "Statements That Cause an
/// Implicit Commit"; MariaDB Knowledge Base, "SQL Statements That Cause an Implicit Commit".
/// </remarks>
internal static class StatementClassifier
{
    /// <summary>The effects of running <paramref name="sql"/>, all its statements in order.</summary>
    public static StatementEffects Classify(ReadOnlySpan<char> sql)
    {
        var cursor = new TokenCursor(sql);
        var effects = new StatementEffects(Empty);
        while (!cursor.AtEnd)
        {
            if (cursor.Kind is SqlTokenKind.Semicolon)
            {
                cursor.MoveNext();
                continue;
            }

            effects = effects.Then(ClassifyOne(ref cursor));

            // A statement that was not read to its end was not understood.
            if (!cursor.AtStatementEnd || effects.Kind is Opaque)
                return StatementEffects.Opaque;
        }

        return effects;
    }

    private static StatementEffects ClassifyOne(ref TokenCursor cursor)
    {
        if (cursor.IsSymbol('('))
            return BodyScanner.Scan(ref cursor, Read);

        Span<char> word = stackalloc char[12];
        return Upper(cursor, word) switch
        {
            "SELECT" or "VALUES" or "TABLE" or "DESCRIBE" or "DESC" or "CHECKSUM" => BodyScanner.Scan(ref cursor, Read),
            "UPDATE" or "DELETE" or "DO" => BodyScanner.Scan(ref cursor, Write),
            "INSERT" or "REPLACE" => ClassifyInsert(ref cursor),
            "WITH" => CommonTableScanner.Scan(ref cursor),
            "EXPLAIN" => ClassifyExplain(ref cursor),
            "SHOW" => ShowStatement.Classify(ref cursor),
            "USE" => ClassifyUse(ref cursor),
            "SET" => SetStatement.Classify(ref cursor, names: null),
            "BEGIN" or "START" or "COMMIT" or "ROLLBACK" or "SAVEPOINT" or "RELEASE" =>
                TransactionStatement.Classify(ref cursor),
            "CREATE" or "ALTER" or "DROP" or "RENAME" or "TRUNCATE" or "GRANT" or "REVOKE" or "ANALYZE" or "OPTIMIZE"
                or "REPAIR" or "CHECK" or "FLUSH" or "CACHE" or "INSTALL" or "UNINSTALL" =>
                DefinitionStatement.Classify(ref cursor),
            "LOCK" or "UNLOCK" or "PREPARE" or "DEALLOCATE" or "HANDLER" => SkipToEnd(ref cursor, new StatementEffects(Pin)),
            "KILL" => SkipToEnd(ref cursor, new StatementEffects(Write, UsesOneShotState: true)),
            "GET" => SkipToEnd(ref cursor, new StatementEffects(Pin, UsesOneShotState: true)),
            _ => StatementEffects.Opaque,
        };
    }

    /// <summary>The table's name comes first, because the list of columns behind it looks like a call's arguments.</summary>
    private static StatementEffects ClassifyInsert(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        while (cursor.IsWord("LOW_PRIORITY") || cursor.IsWord("HIGH_PRIORITY") || cursor.IsWord("DELAYED")
            || cursor.IsWord("IGNORE") || cursor.IsWord("INTO"))
        {
            cursor.MoveNext();
        }

        if (!cursor.IsIdentifier)
            return StatementEffects.Opaque;

        cursor.MoveNext();
        if (cursor.Skip('.'))
            cursor.MoveNext();

        return BodyScanner.Scan(ref cursor, Write);
    }

    /// <summary>EXPLAIN plans; EXPLAIN ANALYZE executes.</summary>
    private static StatementEffects ClassifyExplain(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        return BodyScanner.Scan(ref cursor, cursor.IsWord("ANALYZE") ? Write : Read, WordPolicy.AnyVerb);
    }

    private static StatementEffects ClassifyUse(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        if (!cursor.IsIdentifier)
            return StatementEffects.Opaque;

        cursor.MoveNext();
        return new StatementEffects(UseSchema);
    }

    internal static StatementEffects SkipToEnd(ref TokenCursor cursor, StatementEffects effects)
    {
        while (!cursor.AtStatementEnd)
            cursor.MoveNext();

        return effects;
    }

    /// <summary>The word under the cursor in capitals; empty where it is no word or longer than any keyword looked for.</summary>
    internal static ReadOnlySpan<char> Upper(TokenCursor cursor, Span<char> buffer)
    {
        if (cursor.AtEnd || cursor.Kind is not SqlTokenKind.Word || cursor.Text.Length > buffer.Length)
            return [];

        int length = cursor.Text.ToUpperInvariant(buffer);
        return buffer[..length];
    }
}
