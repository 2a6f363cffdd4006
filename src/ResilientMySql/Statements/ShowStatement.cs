namespace ResilientMySql.Statements;

/// <summary><c>SHOW …</c>: all of it reads; some of it tells only what the session did just before.</summary>
internal static class ShowStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        bool global = cursor.IsWord("GLOBAL");
        while (cursor.IsAnyWord("GLOBAL", "SESSION", "LOCAL", "FULL", "EXTENDED", "STORAGE"))
            cursor.MoveNext();

        Span<char> buffer = stackalloc char[14];
        OneShotState? needs = cursor.Upper(buffer) switch
        {
            "WARNINGS" or "ERRORS" or "COUNT" => OneShotState.LastStatement,
            "PROFILE" or "PROFILES" => OneShotState.Identity,
            "STATUS" => global ? OneShotState.None : OneShotState.Identity,
            "VARIABLES" => global || IsFiltered(cursor) ? OneShotState.None : OneShotState.Identity,
            "ALL" or "ANALYZE" or "AUTHORS" or "BINARY" or "BINLOG" or "CHARACTER" or "CHARSET" or "CLIENT_STATISTICS" or "COLLATION" or "COLUMNS"
                or "CONTRIBUTORS" or "CREATE" or "DATABASES" or "ENGINE" or "ENGINES" or "EVENTS" or "EXPLAIN" or "FIELDS"
                or "FUNCTION" or "GRANTS" or "INDEX" or "INDEXES" or "KEYS" or "LIBRARY" or "LOCALES" or "MASTER" or "OPEN"
                or "PACKAGE" or "PLUGINS" or "PRIVILEGES" or "PROCEDURE" or "PROCESSLIST" or "RELAYLOG" or "REPLICA"
                or "REPLICAS" or "SCHEMAS" or "SLAVE" or "TABLE" or "TABLES" or "TRIGGERS" => OneShotState.None,
            _ => null,
        };
        return needs is null || !ReadRest(ref cursor)
            ? StatementEffects.Opaque
            : new StatementEffects(StatementKind.Read, needs.Value);
    }

    /// <summary>Whether a pattern keeps out the variables that tell what the session did.</summary>
    private static bool IsFiltered(TokenCursor cursor)
    {
        cursor.MoveNext();
        return cursor.Skip("LIKE") && cursor.Kind is SqlTokenKind.String or SqlTokenKind.DoubleQuoted
            && !OneShotNames.MatchAny(cursor.Text);
    }

    /// <summary>SHOW … WHERE takes an expression, in which nothing but pure functions is let through.</summary>
    private static bool ReadRest(ref TokenCursor cursor)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            bool isKnown = cursor.Kind switch
            {
                SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated or SqlTokenKind.Assignment => false,
                SqlTokenKind.SystemVariable => OneShotNames.OfVariable(cursor.Text) is OneShotState.None,
                SqlTokenKind.Word => !cursor.NextIsSymbol('(') || IsPure(cursor),
                SqlTokenKind.QuotedIdentifier or SqlTokenKind.AtName or SqlTokenKind.DoubleQuoted => !cursor.NextIsSymbol('('),
                _ => true,
            };
            if (!isKnown)
                return false;
        }

        return true;
    }

    private static bool IsPure(TokenCursor cursor) =>
        KnownFunctions.Find(cursor.Text, cursor.Dialects, cursor.OpensAtOnce) is FunctionKind.Pure;
}
