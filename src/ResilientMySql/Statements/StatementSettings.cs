using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// MariaDB's <c>SET STATEMENT name = value, … FOR statement</c>: the values hold for that one statement. Understood for variables
/// that bound or tune a query; with others it is opaque.
/// </summary>
internal static class StatementSettings
{
    public static StatementEffects Read(ref TokenCursor cursor)
    {
        do
        {
            cursor.MoveNext();
            if (!TryReadSetting(ref cursor))
                return StatementEffects.Opaque;
        }
        while (cursor.IsSymbol(','));

        if (!cursor.Skip("FOR"))
            return StatementEffects.Opaque;

        StatementEffects inner = StatementReader.Read(ref cursor);
        return inner.Kind is StatementKind.Read or LockingRead or Write ? inner : StatementEffects.Opaque;
    }

    private static bool TryReadSetting(ref TokenCursor cursor)
    {
        bool isHarmless = cursor.IsAnyWord(
            "MAX_STATEMENT_TIME", "LOCK_WAIT_TIMEOUT", "INNODB_LOCK_WAIT_TIMEOUT", "SORT_BUFFER_SIZE", "JOIN_BUFFER_SIZE",
            "READ_BUFFER_SIZE", "READ_RND_BUFFER_SIZE", "TMP_TABLE_SIZE", "MAX_HEAP_TABLE_SIZE", "GROUP_CONCAT_MAX_LEN",
            "OPTIMIZER_SWITCH", "OPTIMIZER_SEARCH_DEPTH", "OPTIMIZER_USE_CONDITION_SELECTIVITY", "USE_STAT_TABLES",
            "MAX_SORT_LENGTH", "LONG_QUERY_TIME", "SQL_SELECT_LIMIT");
        cursor.MoveNext();
        if (!isHarmless || !cursor.Skip('=') || !SettingRules.IsLiteral(cursor, VariableScope.Session))
            return false;

        cursor.MoveNext();
        return true;
    }
}
