using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// DDL, account management and table maintenance: committed by the servers as they stand, and the open transaction with them. Only
/// what the tests have seen to commit on every server that has it; the rest of the manuals' lists is opaque.
/// </summary>
internal static class DefinitionStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        TokenCursor verb = cursor;
        cursor.MoveNext();
        StatementEffects reading = verb switch
        {
            _ when verb.IsWord("CREATE") => ReadCreate(cursor),
            _ when verb.IsWord("ALTER") => Objects(cursor, isDropped: false),
            _ when verb.IsWord("DROP") && cursor.IsWord("PREPARE") => new StatementEffects(Pin),
            _ when verb.IsWord("DROP") && cursor.IsWord("TEMPORARY") => new StatementEffects(Pin, Commits: !cursor.NextIsWord("TABLE")),
            _ when verb.IsWord("DROP") => Objects(cursor, isDropped: true),
            _ when verb.IsWord("FLUSH") => ReadFlush(cursor),
            _ => new StatementEffects(ImplicitCommit),
        };

        return IsPlain(ref cursor) ? reading : StatementEffects.Opaque;
    }

    /// <summary>Whether ANALYZE looks after tables; otherwise it executes what follows.</summary>
    public static bool IsMaintenance(TokenCursor analyze)
    {
        analyze.MoveNext();
        if (analyze.IsAnyWord("NO_WRITE_TO_BINLOG", "LOCAL"))
            analyze.MoveNext();

        return analyze.IsAnyWord("TABLE", "TABLES");
    }

    private static StatementEffects ReadCreate(TokenCursor cursor)
    {
        if (cursor.Skip("OR"))
            cursor.Skip("REPLACE");

        // MariaDB commits for a temporary sequence, though not for a temporary table.
        if (cursor.IsWord("TEMPORARY"))
            return new StatementEffects(Pin, Commits: !cursor.NextIsWord("TABLE"));

        return cursor.IsWord("TABLE") ? ReadCreateTable(cursor) : Objects(cursor, isDropped: false);
    }

    /// <summary>CREATE TABLE … SELECT runs a query, which must be a plain one.</summary>
    private static StatementEffects ReadCreateTable(TokenCursor cursor)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            if (cursor.IsAnyWord("SELECT", "WITH"))
            {
                StatementEffects query = BodyScanner.Scan(ref cursor, StatementKind.Read);
                return query.Kind is StatementKind.Read ? query with { Kind = ImplicitCommit } : StatementEffects.Opaque;
            }

            // VALUES LESS THAN and VALUES IN are partitions.
            if (cursor.IsWord("VALUES") && !cursor.NextIsWord("LESS") && !cursor.NextIsWord("IN"))
                return StatementEffects.Opaque;
        }

        return new StatementEffects(ImplicitCommit);
    }

    private static StatementEffects ReadFlush(TokenCursor cursor)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            if (cursor.IsAnyWord("LOCK", "EXPORT", "DISABLE"))
                return new StatementEffects(Pin, Commits: true);
        }

        return new StatementEffects(ImplicitCommit);
    }

    /// <summary>Objects whose definition runs nothing, and whose change leaves nothing on the session.</summary>
    private static StatementEffects Objects(TokenCursor cursor, bool isDropped)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            if (cursor.IsAnyWord("TABLE", "TABLES", "INDEX", "VIEW", "DATABASE", "SCHEMA", "USER", "ROLE", "SERVER", "TABLESPACE",
                "SEQUENCE", "PROCEDURE", "FUNCTION", "TRIGGER"))
            {
                return new StatementEffects(ImplicitCommit);
            }

            if (cursor.IsWord("EVENT"))
                return isDropped ? new StatementEffects(ImplicitCommit) : StatementEffects.Opaque;
        }

        return StatementEffects.Opaque;
    }

    /// <summary>Reads to the end; not plain is what a server may run or cut in another way, loads code, or sets a variable.</summary>
    private static bool IsPlain(ref TokenCursor cursor)
    {
        for (; !cursor.AtStatementEnd; cursor.MoveNext())
        {
            bool opensDollarQuotes = cursor.Kind is SqlTokenKind.Word && cursor.Text[0] == '$';
            if (cursor.IsHidden || opensDollarQuotes || cursor.IsWord("SONAME"))
                return false;
        }

        return true;
    }
}
