using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// <c>EXPLAIN</c>, <c>DESCRIBE</c> and <c>DESC</c> plan, or tell a table's columns; with <c>ANALYZE</c> they execute, and so does
/// MariaDB's <c>ANALYZE</c> alone.
/// </summary>
internal static class ExplainStatement
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        bool executes = cursor.IsWord("ANALYZE");
        cursor.MoveNext();
        while (cursor.IsAnyWord("ANALYZE", "EXTENDED", "PARTITIONS") || (cursor.IsWord("FORMAT") && cursor.NextIsSymbol('=')))
        {
            executes |= cursor.IsWord("ANALYZE");
            SkipOption(ref cursor);
        }

        if (cursor.IsWord("WITH"))
            return CommonTableScanner.Scan(ref cursor);

        if (cursor.IsAnyWord("INSERT", "REPLACE") && !InsertStatement.TrySkipHead(ref cursor))
            return StatementEffects.Opaque;

        return BodyScanner.Scan(ref cursor, executes ? Write : StatementKind.Read, WordPolicy.AnyVerb);
    }

    private static void SkipOption(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        if (cursor.Skip('='))
            cursor.MoveNext();
    }
}
