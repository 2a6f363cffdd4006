using System.Collections.Concurrent;

namespace ResilientMySql.Statements;

/// <summary>
/// Remembers the effects of texts already classified, up to a bound: programs send few distinct texts, and those that splice
/// values into their SQL must not grow this for ever.
/// </summary>
internal static class StatementCache
{
    private const int Capacity = 2048;
    private const int LongestText = 8192;

    /// <summary>One for each set of dialects, by its number.</summary>
    private static readonly ConcurrentDictionary<string, StatementEffects>[] Known =
        [.. Enumerable.Range(0, (int)ServerDialects.Any + 1).Select(static _ => new ConcurrentDictionary<string, StatementEffects>())];

    private static int _count;

    /// <summary>The effects of running <paramref name="sql"/> on one of the <paramref name="dialects"/>.</summary>
    public static StatementEffects Classify(string sql, ServerDialects dialects = ServerDialects.Any)
    {
        ConcurrentDictionary<string, StatementEffects> known = Known[(int)dialects];
        if (known.TryGetValue(sql, out StatementEffects effects))
            return effects;

        effects = StatementClassifier.Classify(sql, dialects);
        if (sql.Length <= LongestText && Volatile.Read(ref _count) < Capacity && known.TryAdd(sql, effects))
            Interlocked.Increment(ref _count);

        return effects;
    }
}
