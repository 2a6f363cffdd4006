using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>Reads one statement by its verb; where it does not come to the statement's end, it was not understood.</summary>
internal static class StatementReader
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        if (cursor.IsSymbol('('))
            return BodyScanner.Scan(ref cursor, StatementKind.Read);

        Span<char> buffer = stackalloc char[12];
        ReadOnlySpan<char> verb = cursor.Upper(buffer);
        return ReadRows(verb, ref cursor) ?? ReadSession(verb, ref cursor) ?? ReadDefinition(verb, ref cursor)
            ?? StatementEffects.Opaque;
    }

    private static StatementEffects? ReadRows(scoped ReadOnlySpan<char> verb, ref TokenCursor cursor) => verb switch
    {
        "SELECT" or "VALUES" or "TABLE" or "DO" => BodyScanner.Scan(ref cursor, StatementKind.Read),
        "UPDATE" or "DELETE" => BodyScanner.Scan(ref cursor, Write),
        "INSERT" or "REPLACE" => InsertStatement.Read(ref cursor),
        "LOAD" => LoadStatement.Read(ref cursor),
        "WITH" => CommonTableScanner.Scan(ref cursor),
        "EXPLAIN" or "DESCRIBE" or "DESC" => ExplainStatement.Read(ref cursor),
        "SHOW" => ShowStatement.Read(ref cursor),
        "HELP" => ReadHelp(ref cursor),
        "CHECKSUM" => ReadChecksum(ref cursor),
        "KILL" => ReadKill(ref cursor),
        _ => null,
    };

    private static StatementEffects? ReadSession(scoped ReadOnlySpan<char> verb, ref TokenCursor cursor) => verb switch
    {
        "USE" => ReadUse(ref cursor),
        "SET" => SetStatement.Read(ref cursor, targets: null),
        "BEGIN" or "START" or "COMMIT" or "ROLLBACK" or "SAVEPOINT" or "RELEASE" or "XA" => TransactionStatement.Read(ref cursor),
        "LOCK" or "UNLOCK" => BodyScanner.Scan(ref cursor, Pin, WordPolicy.AnyVerb) with { Commits = true },
        "PREPARE" or "DEALLOCATE" or "HANDLER" => BodyScanner.Scan(ref cursor, Pin),
        "GET" => BodyScanner.Scan(ref cursor, Pin) with { Needs = OneShotState.LastStatement },
        _ => null,
    };

    private static StatementEffects? ReadDefinition(scoped ReadOnlySpan<char> verb, ref TokenCursor cursor) => verb switch
    {
        "ANALYZE" when !DefinitionStatement.IsMaintenance(cursor) => ExplainStatement.Read(ref cursor),
        "CREATE" or "ALTER" or "DROP" or "RENAME" or "TRUNCATE" or "GRANT" or "REVOKE" or "ANALYZE" or "OPTIMIZE" or "REPAIR"
            or "CHECK" or "FLUSH" => DefinitionStatement.Read(ref cursor),
        _ => null,
    };

    private static StatementEffects ReadUse(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        if (!cursor.IsIdentifier)
            return StatementEffects.Opaque;

        cursor.MoveNext();
        return new StatementEffects(UseSchema);
    }

    private static StatementEffects ReadHelp(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        if (!cursor.IsIdentifier && cursor.Kind is not SqlTokenKind.String)
            return StatementEffects.Opaque;

        cursor.MoveNext();
        return new StatementEffects(StatementKind.Read);
    }

    private static StatementEffects ReadChecksum(ref TokenCursor cursor)
    {
        cursor.MoveNext();
        return cursor.IsAnyWord("TABLE", "TABLES") ? BodyScanner.Scan(ref cursor, StatementKind.Read) : StatementEffects.Opaque;
    }

    /// <summary>The number may be that of the session that was lost, and belong to somebody else by now.</summary>
    private static StatementEffects ReadKill(ref TokenCursor cursor)
    {
        StatementEffects kill = BodyScanner.Scan(ref cursor, Write);
        return kill with { Needs = kill.Needs | OneShotState.Identity };
    }
}
