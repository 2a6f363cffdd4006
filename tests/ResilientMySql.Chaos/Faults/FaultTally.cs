using System.Collections.Concurrent;
using ResilientMySql.Testing;

namespace ResilientMySql.Chaos.Faults;

/// <summary>How often what was done. Thread-safe.</summary>
internal sealed class FaultTally
{
    private readonly ConcurrentDictionary<FaultKind, int> _faults = new();
    private int _requests;
    private int _commits;
    private int _sessions;

    public IReadOnlyDictionary<FaultKind, int> Faults => _faults;

    /// <summary>Requests that were struck.</summary>
    public int Requests => _requests;

    /// <summary>How many of them were a COMMIT.</summary>
    public int Commits => _commits;

    /// <summary>Sessions that were ended or silenced otherwise.</summary>
    public int Sessions => _sessions;

    public int Total => _faults.Values.Sum();

    public void Note(FaultKind kind) => _faults.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    public void NoteRequest(ProxiedRequest request)
    {
        Interlocked.Increment(ref _requests);
        if (RequestWatch.IsCommit(request))
            Interlocked.Increment(ref _commits);
    }

    public void NoteSessions(int count) => Interlocked.Add(ref _sessions, count);
}
