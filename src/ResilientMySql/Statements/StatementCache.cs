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

    private static readonly ConcurrentDictionary<string, StatementEffects> Known = new(StringComparer.Ordinal);
    private static int _count;

    public static StatementEffects Classify(string sql)
    {
        if (Known.TryGetValue(sql, out StatementEffects effects))
            return effects;

        effects = StatementClassifier.Classify(sql);
        if (sql.Length <= LongestText && Volatile.Read(ref _count) < Capacity && Known.TryAdd(sql, effects))
            Interlocked.Increment(ref _count);

        return effects;
    }
}
