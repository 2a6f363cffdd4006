using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// DDL, account management and table maintenance: committed by the server as they stand, and the open transaction with them.
/// </summary>
internal static class DefinitionStatement
{
    public static StatementEffects Classify(ref TokenCursor cursor)
    {
        TokenCursor verb = cursor;
        cursor.MoveNext();
        StatementKind kind = verb switch
        {
            _ when verb.IsWord("CREATE") => ClassifyCreate(cursor),
            _ when verb.IsWord("DROP") => IsAny(cursor, "TEMPORARY", "PREPARE") ? Pin : ImplicitCommit,
            _ when verb.IsWord("ANALYZE") => IsMaintenance(cursor) ? ImplicitCommit : Opaque,
            _ when verb.IsWord("FLUSH") => Mentions(cursor, "LOCK", "EXPORT") ? Pin : ImplicitCommit,
            _ => ImplicitCommit,
        };

        return ReadRest(ref cursor, kind);
    }

    /// <summary>Stored programs hold statements of their own, and CREATE TABLE … SELECT runs one: both are left opaque.</summary>
    private static StatementKind ClassifyCreate(TokenCursor cursor)
    {
        if (cursor.Skip("OR"))
            cursor.Skip("REPLACE");

        if (cursor.IsWord("TEMPORARY"))
            return Pin;

        bool runsQuery = cursor.IsWord("TABLE") && Mentions(cursor, "SELECT", "WITH");
        return runsQuery ? Opaque : ImplicitCommit;
    }

    private static bool IsMaintenance(TokenCursor cursor)
    {
        if (IsAny(cursor, "NO_WRITE_TO_BINLOG", "LOCAL"))
            cursor.MoveNext();

        return IsAny(cursor, "TABLE", "TABLES");
    }

    private static StatementEffects ReadRest(ref TokenCursor cursor, StatementKind kind)
    {
        while (!cursor.AtStatementEnd)
        {
            if (cursor.Kind is SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated)
                return StatementEffects.Opaque;

            cursor.MoveNext();
        }

        return new StatementEffects(kind);
    }

    private static bool IsAny(TokenCursor cursor, string first, string second) => cursor.IsWord(first) || cursor.IsWord(second);

    private static bool Mentions(TokenCursor cursor, string first, string second)
    {
        while (!cursor.AtStatementEnd)
        {
            if (IsAny(cursor, first, second))
                return true;

            cursor.MoveNext();
        }

        return false;
    }
}
