using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>When a server that is away is tried next in the background.</summary>
/// <remarks>Used by one round of care at a time.</remarks>
internal sealed class CarePause(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private int _failures;
    private long _lastFailure;
    private TimeSpan _delay;

    /// <summary>Whether the last failure is long enough ago.</summary>
    public bool IsOver => _failures == 0 || time.GetElapsedTime(_lastFailure) >= _delay;

    public void NoteSuccess() => _failures = 0;

    public void NoteFailure()
    {
        _failures++;
        _lastFailure = time.GetTimestamp();
        _delay = Backoff.DelayAfter(_failures, Random.Shared.NextDouble(), First, Longest);
    }
}
