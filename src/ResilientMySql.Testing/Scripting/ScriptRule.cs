namespace ResilientMySql.Testing.Scripting;

/// <summary>What a scripted server does about the requests that a predicate selects. Disposing takes it out of the script. Thread-safe.</summary>
public sealed class ScriptRule : IDisposable
{
    private readonly Script _script;
    private readonly Func<ReceivedRequest, bool> _when;
    private readonly Reply[] _replies;
    private int _useCount;

    internal ScriptRule(Script script, Func<ReceivedRequest, bool> when, Reply[] replies)
    {
        _script = script;
        _when = when;
        _replies = replies;
    }

    /// <summary>How often it was used.</summary>
    public int UseCount => Volatile.Read(ref _useCount);

    /// <summary>Takes it out of the script.</summary>
    public void Dispose() => _script.Remove(this);

    internal bool Matches(ReceivedRequest request) => _when(request);

    internal Reply Peek() => _replies[Math.Min(UseCount, _replies.Length - 1)];

    internal Reply Next() => _replies[Math.Min(Interlocked.Increment(ref _useCount) - 1, _replies.Length - 1)];
}
