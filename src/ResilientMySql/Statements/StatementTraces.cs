namespace ResilientMySql.Statements;

/// <summary>Which traces a text may leave (docs/decisions/0014). Pure.</summary>
internal static class StatementTraces
{
    /// <param name="kind">What the text does.</param>
    /// <param name="sql">The text.</param>
    /// <param name="dialects">The servers it may be sent to.</param>
    public static StatementTrace Of(StatementKind kind, ReadOnlySpan<char> sql, ServerDialects dialects) => kind switch
    {
        StatementKind.SetSession or StatementKind.Pin or StatementKind.Opaque when IndelibleState.IsNamedIn(sql) => StatementTrace.Indelible,
        StatementKind.ImplicitCommit when NamesSchemas(sql) => StatementTrace.Clearable,
        StatementKind.Write when (dialects & ServerDialects.MariaDb) is not ServerDialects.None && MayDrawFromSequence(sql) => StatementTrace.Clearable,
        _ => StatementTrace.None,
    };

    /// <summary>Whether it makes, alters or drops a schema, perhaps the one that its session is in.</summary>
    private static bool NamesSchemas(ReadOnlySpan<char> sql)
    {
        for (var cursor = new TokenCursor(sql); !cursor.AtEnd; cursor.MoveNext())
        {
            if (cursor.IsAnyWord("DATABASE", "SCHEMA"))
                return true;
        }

        return false;
    }

    /// <summary>Whether it takes a number from a sequence, which MariaDB tells the session again when asked for LASTVAL.</summary>
    private static bool MayDrawFromSequence(ReadOnlySpan<char> sql) =>
        sql.Contains("NEXTVAL", StringComparison.OrdinalIgnoreCase)
        || (sql.Contains("NEXT", StringComparison.OrdinalIgnoreCase) && sql.Contains("VALUE", StringComparison.OrdinalIgnoreCase));
}
