using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// Transaction control in text. Chained and releasing forms are left opaque: they open the next transaction, or end the session;
/// so is XA, which holds more states than a session can be asked to go back to.
/// </summary>
internal static class TransactionStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        StatementKind kind = cursor switch
        {
            _ when cursor.Skip("BEGIN") => AfterOptionalWork(ref cursor, Begin),
            _ when cursor.Skip("COMMIT") => AfterCompletion(ref cursor, Commit),
            _ when cursor.Skip("ROLLBACK") => ReadRollback(ref cursor),
            _ when cursor.Skip("START") => ReadStart(ref cursor),
            _ when cursor.Skip("SAVEPOINT") => AfterName(ref cursor),
            _ when cursor.Skip("RELEASE") && cursor.Skip("SAVEPOINT") => AfterName(ref cursor),
            _ when cursor.Skip("XA") && cursor.Skip("RECOVER") => StatementKind.Read,
            _ => Opaque,
        };
        return new StatementEffects(kind);
    }

    private static StatementKind AfterOptionalWork(ref TokenCursor cursor, StatementKind kind)
    {
        cursor.Skip("WORK");
        return cursor.AtStatementEnd ? kind : Opaque;
    }

    /// <summary>Reads <c>[WORK] [AND NO CHAIN] [NO RELEASE]</c>.</summary>
    private static StatementKind AfterCompletion(ref TokenCursor cursor, StatementKind kind)
    {
        cursor.Skip("WORK");
        if (cursor.Skip("AND") && !(cursor.Skip("NO") && cursor.Skip("CHAIN")))
            return Opaque;

        if (cursor.Skip("NO") && !cursor.Skip("RELEASE"))
            return Opaque;

        return cursor.AtStatementEnd ? kind : Opaque;
    }

    private static StatementKind ReadRollback(ref TokenCursor cursor)
    {
        TokenCursor whole = cursor;
        cursor.Skip("WORK");
        if (!cursor.Skip("TO"))
        {
            cursor = whole;
            return AfterCompletion(ref cursor, Rollback);
        }

        cursor.Skip("SAVEPOINT");
        return AfterName(ref cursor);
    }

    private static StatementKind ReadStart(ref TokenCursor cursor)
    {
        if (!cursor.Skip("TRANSACTION"))
            return Opaque;

        while (cursor.IsAnyWord("WITH", "CONSISTENT", "SNAPSHOT", "READ", "ONLY", "WRITE") || cursor.IsSymbol(','))
            cursor.MoveNext();

        return cursor.AtStatementEnd ? Begin : Opaque;
    }

    private static StatementKind AfterName(ref TokenCursor cursor)
    {
        if (!cursor.IsIdentifier)
            return Opaque;

        cursor.MoveNext();
        return cursor.AtStatementEnd ? Savepoint : Opaque;
    }
}
