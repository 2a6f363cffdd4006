using System.Collections.Concurrent;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A text that was made up while the test runs, as the generated statement that it would be.</summary>
internal abstract class AnyText
{
    private static readonly ConcurrentDictionary<(string Sql, string? Getters), AnyText> Known = new();
    private static int _count;

    /// <summary>The text.</summary>
    public abstract string Sql { get; }

    /// <summary>The statement of a text that is used more than once.</summary>
    public static AnyText Kept(string sql, int[]? getters = null) =>
        Known.GetOrAdd((sql, getters is null ? null : string.Join(',', getters)), _ => Of(sql, getters));

    /// <summary>A statement of its own, with a slot of its own in every session.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="getters">Which getter reads which column; null for every getter on every column.</param>
    public static AnyText Of(string sql, int[]? getters = null)
    {
        Type key = typeof(object);
        for (int number = Interlocked.Increment(ref _count); number > 0; number >>= 1)
            key = ((number & 1) == 0 ? typeof(Key0<>) : typeof(Key1<>)).MakeGenericType(key);

        return (AnyText)Activator.CreateInstance(typeof(AnyTextOf<>).MakeGenericType(key), sql, getters)!;
    }

    /// <summary>Its rows.</summary>
    public abstract Task<List<string>> ToListAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind);

    /// <summary>How many rows it has affected.</summary>
    public abstract Task<int> ExecuteAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind);

    /// <summary>The id that it has given.</summary>
    public abstract Task<long> InsertIdAsync(CallMode mode, QueryTarget target, Action<IParameterSink>? bind);
}
