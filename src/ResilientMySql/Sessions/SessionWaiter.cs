using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>Somebody who waits for a session while the pool has none to lend, and no room for another.</summary>
/// <remarks>A synchronous caller is woken by whoever serves him: it takes no thread of the pool's, which may all be waiting here.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "An event that was never waited on by its handle has nothing to free.")]
internal sealed class SessionWaiter(IoMode mode)
{
    private readonly ManualResetEventSlim? _woken = mode is IoMode.Sync ? new() : null;
    private readonly TaskCompletionSource? _served = mode is IoMode.Async ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    private Session? _session;
    private bool _isTurnedAway;

    /// <summary>Of which kind the caller is.</summary>
    public IoMode Mode => mode;

    /// <summary>How often a later caller was served before this one.</summary>
    public int TimesPassed { get; set; }

    /// <summary>Whether the wait is over; guarded by the pool's lock.</summary>
    public bool IsServed { get; private set; }

    /// <summary>What came of it: a session, or null for the right to open one.</summary>
    /// <exception cref="ObjectDisposedException">The pool was closed.</exception>
    public Session? Result
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isTurnedAway, typeof(ResilientMySqlDataSource));
            return _session;
        }
    }

    /// <summary>To be called under the pool's lock, once.</summary>
    public void Serve(Session? session)
    {
        _session = session;
        IsServed = true;
        _woken?.Set();
        _served?.TrySetResult();
    }

    /// <summary>The same, with nothing: the pool is closed.</summary>
    public void TurnAway()
    {
        _isTurnedAway = true;
        Serve(null);
    }

    /// <summary>Waits; whether it was served in time.</summary>
    public ValueTask<bool> WaitAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken) => _woken is null
        ? WaitAsync(_served!.Task, timeout, time, cancellationToken)
        : new(_woken.Wait(timeout, cancellationToken));

    private static async ValueTask<bool> WaitAsync(Task served, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await served.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
