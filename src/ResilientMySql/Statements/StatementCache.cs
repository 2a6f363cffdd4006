namespace ResilientMySql.Statements;

/// <summary>Remembers the effects of texts already classified, up to a bound: programs send few distinct texts.</summary>
internal static class StatementCache
{
    private const int LeastTexts = 1024;
    private const int LongestText = 8192;

    /// <summary>One for each set of dialects, by its number.</summary>
    private static readonly TextCache<StatementEffects>[] Known =
        [.. Enumerable.Range(0, (int)ServerDialects.Any + 1).Select(static _ => new TextCache<StatementEffects>(LeastTexts))];

    /// <summary>The effects of running <paramref name="sql"/> on one of the <paramref name="dialects"/>.</summary>
    public static StatementEffects Classify(string sql, ServerDialects dialects = ServerDialects.Any)
    {
        TextCache<StatementEffects> known = Known[(int)dialects];
        if (known.TryGet(sql, out StatementEffects effects))
            return effects;

        effects = StatementClassifier.Classify(sql, dialects);
        if (sql.Length <= LongestText)
            known.Add(sql, effects);

        return effects;
    }
}
