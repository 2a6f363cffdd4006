using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// Transaction control in text. Chained and releasing forms are left opaque: they open the next transaction, or end the session.
/// </summary>
internal static class TransactionStatement
{
    public static StatementEffects Classify(ref TokenCursor cursor)
    {
        StatementKind kind = cursor switch
        {
            _ when cursor.Skip("BEGIN") => AfterOptionalWork(ref cursor, Begin),
            _ when cursor.Skip("COMMIT") => AfterOptionalWork(ref cursor, Commit),
            _ when cursor.Skip("ROLLBACK") => ClassifyRollback(ref cursor),
            _ when cursor.Skip("START") => ClassifyStart(ref cursor),
            _ when cursor.Skip("SAVEPOINT") => AfterName(ref cursor),
            _ when cursor.Skip("RELEASE") && cursor.Skip("SAVEPOINT") => AfterName(ref cursor),
            _ => Opaque,
        };
        return new StatementEffects(kind);
    }

    private static StatementKind AfterOptionalWork(ref TokenCursor cursor, StatementKind kind)
    {
        cursor.Skip("WORK");
        return cursor.AtStatementEnd ? kind : Opaque;
    }

    private static StatementKind ClassifyRollback(ref TokenCursor cursor)
    {
        cursor.Skip("WORK");
        if (!cursor.Skip("TO"))
            return cursor.AtStatementEnd ? Rollback : Opaque;

        cursor.Skip("SAVEPOINT");
        return AfterName(ref cursor);
    }

    private static StatementKind ClassifyStart(ref TokenCursor cursor)
    {
        if (!cursor.Skip("TRANSACTION"))
            return Opaque;

        while (cursor.Kind is SqlTokenKind.Word && !cursor.AtStatementEnd || cursor.IsSymbol(','))
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
