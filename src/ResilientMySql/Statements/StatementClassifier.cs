namespace ResilientMySql.Statements;

/// <summary>
/// Says what a text does, from an allow-list: whatever is not understood is opaque. Pure, and allocates nothing.
/// </summary>
/// <remarks>
/// Knows the dialects of MySQL 9 and MariaDB 10.11 to 11.8. The sql_mode of the server is not known here: a text that other
/// quotes or backslashes would cut into other statements is opaque. What a view calls or a trigger sets is invisible to a
/// client and therefore to this class. Source: MySQL Reference Manual, "SQL Statements", "Statements That Cause an Implicit
/// Commit"; MariaDB Knowledge Base, "SQL Statements That Cause an Implicit Commit"; both servers, asked by the tests.
/// </remarks>
internal static class StatementClassifier
{
    /// <summary>The effects of running <paramref name="sql"/>, all its statements in order.</summary>
    /// <param name="sql">Any text.</param>
    /// <param name="dialects">The servers it may be sent to; the fewer, the more of their own functions are known.</param>
    public static StatementEffects Classify(ReadOnlySpan<char> sql, ServerDialects dialects = ServerDialects.Any)
    {
        StatementEffects reading = ReadInEveryMode(sql, dialects);
        return reading with { Trace = StatementTraces.Of(reading.Kind, sql, dialects) };
    }

    private static StatementEffects ReadInEveryMode(ReadOnlySpan<char> sql, ServerDialects dialects)
    {
        // A server may take a NUL for the end of the text.
        if (sql.Contains('\0'))
            return StatementEffects.Opaque with { Needs = OneShotNames.MentionedIn(sql) };

        StatementEffects reading = Read(sql, LexicalMode.None, dialects);
        if (reading.Kind is not StatementKind.Opaque && !AgreesInEveryMode(sql, dialects, reading))
            reading = StatementEffects.Opaque with { Needs = OneShotNames.MentionedIn(sql) };

        return reading;
    }

    private static StatementEffects Read(ReadOnlySpan<char> sql, LexicalMode mode, ServerDialects dialects)
    {
        var cursor = new TokenCursor(sql, mode, dialects);
        var text = new StatementEffects(StatementKind.Empty);
        while (!cursor.AtEnd)
        {
            if (cursor.Kind is SqlTokenKind.Semicolon)
                cursor.MoveNext();
            else
                text = text.Then(ReadWhole(ref cursor));
        }

        return text;
    }

    /// <summary>A statement that was not read to its end was not understood.</summary>
    private static StatementEffects ReadWhole(ref TokenCursor cursor)
    {
        int start = cursor.Start;
        StatementEffects statement = StatementReader.Read(ref cursor);
        if (cursor.AtStatementEnd && statement.Kind is not StatementKind.Opaque)
            return statement;

        cursor.SkipToEnd();
        return StatementEffects.Opaque with { Needs = OneShotNames.MentionedIn(cursor.Since(start)) };
    }

    /// <summary>Only a backslash can make the modes cut the text differently, and only reads and writes are worth the trouble.</summary>
    private static bool AgreesInEveryMode(ReadOnlySpan<char> sql, ServerDialects dialects, StatementEffects reading)
    {
        if (!sql.Contains('\\'))
            return true;

        return AgreesIn(LexicalMode.NoBackslashEscapes, sql, dialects, reading)
            && AgreesIn(LexicalMode.AnsiQuotes, sql, dialects, reading)
            && AgreesIn(LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes, sql, dialects, reading);
    }

    private static bool AgreesIn(LexicalMode mode, ReadOnlySpan<char> sql, ServerDialects dialects, StatementEffects reading) =>
        LexicalReading.IsSameAsDefault(sql, mode)
        || LexicalReading.IsRefused(sql, mode)
        || (reading.Kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write
            && Read(sql, mode, dialects) == reading);
}
