using System.Collections.Concurrent;

namespace ResilientMySql.Chaos.Workers;

/// <summary>What workers have done, and how it went. Thread-safe.</summary>
internal sealed class WorkTally
{
    private readonly ConcurrentDictionary<string, long> _done = new();
    private readonly ConcurrentDictionary<string, long> _failures = new();
    private readonly ConcurrentDictionary<WireMode, long> _generated = new();
    private readonly ConcurrentBag<TimeSpan> _recoveries = [];

    /// <summary>Units of work that succeeded, by trade.</summary>
    public IReadOnlyDictionary<string, long> Done => _done;

    /// <summary>Those that failed, by trade and by what was said.</summary>
    public IReadOnlyDictionary<string, long> Failures => _failures;

    /// <summary>Generated statements that succeeded, by the way they went: <see cref="WireMode.Auto"/> for past the driver.</summary>
    public IReadOnlyDictionary<WireMode, long> Generated => _generated;

    /// <summary>How long each replacement of a session took.</summary>
    public IReadOnlyCollection<TimeSpan> Recoveries => _recoveries;

    public void NoteDone(string trade) => Increment(_done, trade);

    public void NoteFailure(string trade, string saying) => Increment(_failures, $"{trade}: {saying}");

    public void NoteGenerated(WireMode way) => Increment(_generated, way);

    public void NoteRecovery(TimeSpan elapsed) => _recoveries.Add(elapsed);

    private static void Increment<TKey>(ConcurrentDictionary<TKey, long> counts, TKey key)
        where TKey : notnull =>
        counts.AddOrUpdate(key, 1, static (_, count) => count + 1);
}
