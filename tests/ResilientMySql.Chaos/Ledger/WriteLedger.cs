using System.Collections.Concurrent;

namespace ResilientMySql.Chaos.Ledger;

/// <summary>Everything that workers have written and what they were told of it. Thread-safe.</summary>
internal sealed class WriteLedger
{
    private readonly ConcurrentQueue<WriteRecord> _records = new();

    /// <summary>What has been taken down up to now.</summary>
    public IReadOnlyCollection<WriteRecord> Records => _records;

    public void Add(WriteRecord record) => _records.Enqueue(record);
}
