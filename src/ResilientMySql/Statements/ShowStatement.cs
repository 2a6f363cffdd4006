using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary><c>SHOW …</c>: all of it reads; some of it tells only what the session did just before.</summary>
internal static class ShowStatement
{
    public static StatementEffects Classify(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        bool oneShot = cursor.IsWord("WARNINGS") || cursor.IsWord("ERRORS") || cursor.IsWord("COUNT")
            || cursor.IsWord("PROFILE") || cursor.IsWord("PROFILES");
        while (!cursor.AtStatementEnd)
        {
            if (cursor.Kind is SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated or SqlTokenKind.Assignment)
                return StatementEffects.Opaque;

            // SHOW … WHERE takes an expression.
            if (cursor.Kind is SqlTokenKind.Word && cursor.NextIsSymbol('(')
                && KnownFunctions.Find(cursor.Text) is not FunctionKind.Pure)
            {
                return StatementEffects.Opaque;
            }

            cursor.MoveNext();
        }

        return new StatementEffects(Read, oneShot);
    }
}
