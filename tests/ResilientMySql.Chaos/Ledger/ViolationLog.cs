using System.Collections.Concurrent;

namespace ResilientMySql.Chaos.Ledger;

/// <summary>The promises broken so far. Thread-safe.</summary>
internal sealed class ViolationLog
{
    private readonly ConcurrentQueue<Violation> _violations = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Violation> All => _violations;

    /// <summary>Completes with the first one.</summary>
    public Task First => _first.Task;

    public void Add(ViolationKind kind, string detail) => Add(new Violation(kind, detail));

    public void Add(Violation violation)
    {
        _violations.Enqueue(violation);
        _first.TrySetResult();
    }

    public void AddRange(IEnumerable<Violation> violations)
    {
        foreach (Violation violation in violations)
            Add(violation);
    }

    public long CountOf(ViolationKind kind) => _violations.Where(violation => violation.Kind == kind).Sum(static violation => violation.Count);
}
