namespace ResilientMySql.Statements;

/// <summary>
/// The built-in functions of MySQL 9 and MariaDB 10.11 to 11.8 that the classifier understands, together with the keywords that
/// may stand before a parenthesis.
/// </summary>
internal static class KnownFunctions
{
    private static readonly NameTable<KnownFunction> Functions = new(List(), static function => function.Name);

    /// <summary>What a call of <paramref name="name"/> does; keywords that take parentheses count as pure.</summary>
    /// <param name="name">An unquoted word before a parenthesis.</param>
    /// <param name="dialects">The servers that may run it; a name that is not built in on all of them is unknown.</param>
    /// <param name="isAdjacent">Whether the parenthesis follows without a blank.</param>
    public static FunctionKind Find(ReadOnlySpan<char> name, ServerDialects dialects, bool isAdjacent)
    {
        if (!Functions.TryGetValue(name, out KnownFunction function) || (function.Dialects & dialects) != dialects)
            return FunctionKind.Unknown;

        return function.TakesBlank || isAdjacent ? function.Kind : FunctionKind.Unknown;
    }

    /// <summary>The whole list.</summary>
    public static IEnumerable<KnownFunction> List()
    {
        string[] withoutBlank = FunctionNames.WithoutBlank.Split(' ');
        var known = new SortedDictionary<string, KnownFunction>(StringComparer.Ordinal);
        foreach ((FunctionKind kind, ServerDialects servers, string names) in Groups())
        {
            foreach (string name in names.Split(' '))
            {
                ServerDialects earlier = known.TryGetValue(name, out KnownFunction function) ? function.Dialects : ServerDialects.None;
                known[name] = new KnownFunction(name, kind, earlier | servers, !withoutBlank.Contains(name));
            }
        }

        return known.Values;
    }

    private static IEnumerable<(FunctionKind Kind, ServerDialects Servers, string Names)> Groups() =>
    [
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Keywords),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Types),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Aggregates),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Scalars),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Temporal),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Documents),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Spatial),
        (FunctionKind.Pure, ServerDialects.Any, FunctionNames.Others),
        (FunctionKind.Pure, ServerDialects.MySql9, FunctionNames.MySqlOnly),
        (FunctionKind.Pure, ServerDialects.MariaDb, FunctionNames.MariaDbOnly),
        (FunctionKind.Pure, ServerDialects.MariaDb118, FunctionNames.MariaDb118Only),
        (FunctionKind.Effect, ServerDialects.Any, "BENCHMARK SLEEP MASTER_POS_WAIT"),
        (FunctionKind.Effect, ServerDialects.MySql9, "SOURCE_POS_WAIT WAIT_FOR_EXECUTED_GTID_SET"),
        (FunctionKind.Effect, ServerDialects.MariaDb, "MASTER_GTID_WAIT NEXTVAL SETVAL WSREP_SYNC_WAIT_UPTO_GTID"),
        (FunctionKind.Lock, ServerDialects.Any, "GET_LOCK RELEASE_LOCK RELEASE_ALL_LOCKS"),
        (FunctionKind.RowCount, ServerDialects.Any, "ROW_COUNT"),
        (FunctionKind.FoundRows, ServerDialects.Any, "FOUND_ROWS"),
        (FunctionKind.LastInsertId, ServerDialects.Any, "LAST_INSERT_ID"),
        (FunctionKind.Identity, ServerDialects.Any, "CONNECTION_ID"),
        (FunctionKind.Identity, ServerDialects.MySql9, "PS_CURRENT_THREAD_ID"),
        (FunctionKind.Identity, ServerDialects.MariaDb, "LASTVAL WSREP_LAST_SEEN_GTID WSREP_LAST_WRITTEN_GTID"),
    ];
}
