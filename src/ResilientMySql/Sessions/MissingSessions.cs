using ResilientMySql.Io;
using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>Which idle sessions died and wait for their server, and when it is tried next.</summary>
/// <param name="time">The clock.</param>
/// <param name="idleTimeout">After so long nobody would have kept them; <see cref="TimeSpan.MaxValue"/> for never.</param>
/// <remarks>Used by one round of care at a time.</remarks>
internal sealed class MissingSessions(TimeProvider time, TimeSpan idleTimeout)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private int _sync;
    private int _async;
    private int _formerSize;
    private long _since;
    private int _failures;
    private long _lastFailure;
    private TimeSpan _delay;

    public bool Any => _sync + _async > 0;

    /// <summary>Whether the last failure is long enough ago.</summary>
    public bool IsDue => _failures == 0 || time.GetElapsedTime(_lastFailure) >= _delay;

    /// <summary>One of that kind died, of so many sessions.</summary>
    public void Add(IoMode mode, int size)
    {
        if (!Any)
            (_since, _formerSize) = (time.GetTimestamp(), size);

        _formerSize = Math.Max(_formerSize, size);
        if (mode is IoMode.Sync)
            _sync++;
        else
            _async++;
    }

    /// <summary>The kind of the next one to open, or null where none is missing any more: callers have opened their own, or need none.</summary>
    public IoMode? Next(int size)
    {
        if (Any && (size >= _formerSize || (idleTimeout != TimeSpan.MaxValue && time.GetElapsedTime(_since) >= idleTimeout)))
            _sync = _async = 0;

        if (!Any)
            return null;

        return _sync > 0 ? IoMode.Sync : IoMode.Async;
    }

    /// <summary>One that was missing is there.</summary>
    public void NoteOpened()
    {
        NoteSuccess();
        if (_sync > 0)
            _sync--;
        else if (_async > 0)
            _async--;
    }

    public void NoteSuccess() => _failures = 0;

    public void NoteFailure()
    {
        _failures++;
        _lastFailure = time.GetTimestamp();
        _delay = Backoff.DelayAfter(_failures, Random.Shared.NextDouble(), First, Longest);
    }
}
