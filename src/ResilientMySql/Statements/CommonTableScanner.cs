using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary><c>WITH name (columns) AS (query), … verb …</c>: the verb behind the common table expressions decides.</summary>
internal static class CommonTableScanner
{
    public static StatementEffects Scan(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        cursor.Skip("RECURSIVE");
        var needs = OneShotState.None;
        do
        {
            if (!TryReadExpression(ref cursor, ref needs))
                return StatementEffects.Opaque;
        }
        while (cursor.Skip(','));

        StatementKind kind = cursor switch
        {
            _ when cursor.IsAnyWord("SELECT", "VALUES", "TABLE") || cursor.IsSymbol('(') => Read,
            _ when cursor.IsAnyWord("UPDATE", "DELETE") => Write,
            _ => Opaque,
        };
        if (kind is Opaque)
            return StatementEffects.Opaque;

        StatementEffects body = BodyScanner.Scan(ref cursor, kind);
        return body with { Needs = body.Needs | needs };
    }

    /// <summary>Reads <c>name (columns) AS (query)</c>; the query must be a plain read.</summary>
    private static bool TryReadExpression(ref TokenCursor cursor, ref OneShotState needs)
    {
        if (!cursor.SkipName() || !TrySkipColumns(ref cursor) || !cursor.Skip("AS") || !cursor.Skip('('))
            return false;

        StatementEffects query = BodyScanner.Scan(ref cursor, Read, WordPolicy.QueriesOnly, ScanEnd.Parenthesis);
        needs |= query.Needs;
        return query.Kind is Read or LockingRead && cursor.Skip(')') && TrySkipCycle(ref cursor);
    }

    private static bool TrySkipColumns(ref TokenCursor cursor)
    {
        if (!cursor.Skip('('))
            return true;

        while (cursor.SkipName())
            cursor.Skip(',');

        return cursor.Skip(')');
    }

    /// <summary>MariaDB's <c>CYCLE column, … RESTRICT</c>.</summary>
    private static bool TrySkipCycle(ref TokenCursor cursor)
    {
        if (!cursor.Skip("CYCLE"))
            return true;

        while (cursor.SkipName() && !cursor.IsWord("RESTRICT"))
            cursor.Skip(',');

        return cursor.Skip("RESTRICT");
    }
}
