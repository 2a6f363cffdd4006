using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>One <c>name = value</c> of a SET statement.</summary>
internal static class Assignment
{
    /// <summary>Reads up to the comma or the end of the statement; where it stops earlier, the value was computed.</summary>
    public static StatementKind Read(ref TokenCursor cursor, List<string>? names)
    {
        if (cursor.IsWord("GLOBAL") || cursor.IsWord("PERSIST") || cursor.IsWord("PERSIST_ONLY"))
        {
            cursor.MoveNext();
            return ReadValue(ref cursor, global: true, []);
        }

        if (cursor.IsWord("SESSION") || cursor.IsWord("LOCAL"))
            cursor.MoveNext();

        ReadOnlySpan<char> target = cursor.Text;
        bool isUserVariable = cursor.Kind is SqlTokenKind.AtName;
        if (!isUserVariable && cursor.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier or SqlTokenKind.SystemVariable))
            return Opaque;

        ReadOnlySpan<char> name = isUserVariable ? target : target[(target.LastIndexOfAny('@', '.') + 1)..].Trim('`');
        names?.Add(name.ToString().ToLowerInvariant());
        return ReadValue(ref cursor, IsGlobal(target), name);
    }

    private static bool IsGlobal(ReadOnlySpan<char> target) =>
        target.StartsWith("@@global.", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("@@persist", StringComparison.OrdinalIgnoreCase);

    private static StatementKind ReadValue(ref TokenCursor cursor, bool global, ReadOnlySpan<char> name)
    {
        cursor.MoveNext();
        if (cursor.Kind is SqlTokenKind.Assignment)
            cursor.MoveNext();
        else if (!cursor.Skip('='))
            return Opaque;

        if (cursor.IsSymbol('-') || cursor.IsSymbol('+'))
            cursor.MoveNext();

        bool isLiteral = !cursor.AtStatementEnd && IsLiteral(cursor) && !cursor.NextIsSymbol('(');
        ReadOnlySpan<char> value = cursor.Text;
        if (isLiteral)
            cursor.MoveNext();

        bool isWhole = isLiteral && (cursor.AtStatementEnd || cursor.IsSymbol(','));
        return (global, isWhole) switch
        {
            (true, true) => Write,
            (true, false) => Opaque,
            (false, true) => KindOf(name, value),
            (false, false) => Pin,
        };
    }

    private static bool IsLiteral(TokenCursor cursor) => cursor.Kind is SqlTokenKind.Word or SqlTokenKind.Number
        or SqlTokenKind.String or SqlTokenKind.DoubleQuoted;

    private static StatementKind KindOf(ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name switch
    {
        _ when Is(name, "autocommit") => Autocommit(value),
        _ when Is(name, "sql_mode") && ChangesLexing(value) => Pin,
        _ when Is(name, "sql_log_bin") || Is(name, "timestamp") || Is(name, "insert_id") || Is(name, "last_insert_id")
            || Is(name, "identity") || Is(name, "gtid_next") || Is(name, "rand_seed1") || Is(name, "rand_seed2")
            || Is(name, "pseudo_thread_id") || Is(name, "pseudo_slave_mode") => Pin,
        _ => SetSession,
    };

    private static StatementKind Autocommit(ReadOnlySpan<char> value)
    {
        if (value is "0" || Is(value, "OFF") || Is(value, "FALSE"))
            return AutocommitOff;

        return value is "1" || Is(value, "ON") || Is(value, "TRUE") ? AutocommitOn : Opaque;
    }

    /// <summary>Modes under which quotes and backslashes mean something else than the lexer takes them for.</summary>
    private static bool ChangesLexing(ReadOnlySpan<char> value) =>
        value.Contains("ANSI", StringComparison.OrdinalIgnoreCase)
        || value.Contains("BACKSLASH", StringComparison.OrdinalIgnoreCase)
        || value.Contains("ORACLE", StringComparison.OrdinalIgnoreCase)
        || value.Contains("MSSQL", StringComparison.OrdinalIgnoreCase)
        || value.Contains("DB2", StringComparison.OrdinalIgnoreCase)
        || value.Contains("MAXDB", StringComparison.OrdinalIgnoreCase)
        || value.Contains("POSTGRESQL", StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
