using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary><c>WITH name (columns) AS (query), … verb …</c>: the verb behind the common table expressions decides.</summary>
internal static class CommonTableScanner
{
    public static StatementEffects Scan(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        cursor.Skip("RECURSIVE");
        bool oneShot = false;
        do
        {
            if (!TryReadExpression(ref cursor, ref oneShot))
                return StatementEffects.Opaque;
        }
        while (cursor.Skip(','));

        StatementKind kind = cursor switch
        {
            _ when cursor.IsWord("SELECT") || cursor.IsWord("VALUES") || cursor.IsWord("TABLE") => Read,
            _ when cursor.IsWord("UPDATE") || cursor.IsWord("DELETE") => Write,
            _ => Opaque,
        };
        if (kind is Opaque)
            return StatementEffects.Opaque;

        StatementEffects body = BodyScanner.Scan(ref cursor, kind);
        return body with { UsesOneShotState = body.UsesOneShotState || oneShot };
    }

    /// <summary>Reads <c>name (columns) AS (query)</c>; the query must be a plain read.</summary>
    private static bool TryReadExpression(ref TokenCursor cursor, ref bool oneShot)
    {
        if (!cursor.IsIdentifier)
            return false;

        cursor.MoveNext();
        if (cursor.IsSymbol('(') && !TrySkipParentheses(ref cursor))
            return false;

        if (!cursor.Skip("AS") || !cursor.IsSymbol('('))
            return false;

        TokenCursor query = cursor;
        if (!TrySkipParentheses(ref cursor))
            return false;

        // The scan runs on to the end of the text, which can only make it stricter for a read: verbs behind the expressions
        // are looked at again by the caller.
        StatementEffects effects = BodyScanner.Scan(ref query, Read, WordPolicy.AnyVerb);
        oneShot |= effects.UsesOneShotState;
        return effects.Kind is Read or LockingRead;
    }

    private static bool TrySkipParentheses(ref TokenCursor cursor)
    {
        int depth = 0;
        while (!cursor.AtStatementEnd)
        {
            if (cursor.IsSymbol('('))
                depth++;
            else if (cursor.IsSymbol(')'))
                depth--;

            cursor.MoveNext();
            if (depth == 0)
                return true;
        }

        return false;
    }
}
