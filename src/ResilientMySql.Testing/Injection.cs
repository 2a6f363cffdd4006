using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing;

/// <summary>A fault that waits for its requests, and tells how often it has struck. Disposing disarms it. Thread-safe.</summary>
public sealed class Injection : IDisposable
{
    /// <summary>For a fault that strikes every request that matches, until it is disarmed.</summary>
    public const int Always = int.MaxValue;

    private readonly Lock _lock = new();
    private readonly Injector _injector;
    private readonly Func<ProxiedRequest, bool>? _when;
    private readonly TimeProvider _time;
    private readonly TaskCompletionSource<FaultStrike> _struck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _times;
    private int _left;
    private int _strikeCount;
    private bool _isDisarmed;

    internal Injection(Injector injector, Fault fault, Func<ProxiedRequest, bool>? when, int times, TimeProvider time)
    {
        _injector = injector;
        _when = when;
        _times = times;
        _left = times;
        _time = time;
        Fault = fault;
    }

    /// <summary>What strikes.</summary>
    public Fault Fault { get; }

    /// <summary>How often it has struck; a client that sees what it did finds it counted.</summary>
    public int StrikeCount => Volatile.Read(ref _strikeCount);

    /// <summary>
    /// Its first strike, once it has done its work; a <see cref="Delay"/> and a <see cref="Throttle"/> when they begin it.
    /// </summary>
    /// <remarks>
    /// Cancelled where it is disarmed before. Fails with <see cref="NotSupportedException"/> where the fault cannot strike
    /// the connection that it has met, and with the exception that <c>when</c> threw.
    /// </remarks>
    public Task<FaultStrike> Struck => _struck.Task;

    /// <summary>Disarms it: it strikes no further requests. What it has done stays done.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isDisarmed = true;

        _injector.Remove(this);
        _struck.TrySetCanceled();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification =
        "The predicate is the test's own; what it throws is the test's to see, through Struck, and must not end the connection.")]
    internal bool Matches(ProxiedRequest request)
    {
        try
        {
            return _when is null || _when(request);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return false;
        }
    }

    internal bool TryTake()
    {
        lock (_lock)
        {
            if (_isDisarmed || _left == 0)
                return false;

            _left -= _left == Always ? 0 : 1;
            return true;
        }
    }

    internal void Return()
    {
        lock (_lock)
            _left += _left == Always ? 0 : 1;
    }

    internal void NoteStriking()
    {
        if (Interlocked.Increment(ref _strikeCount) == _times)
            _injector.Remove(this);
    }

    internal void NoteStruck(ProxiedRequest request) => _struck.TrySetResult(new FaultStrike(request, _time.GetUtcNow()));

    internal void Fail(Exception exception)
    {
        if (_struck.TrySetException(exception))
            _ = _struck.Task.Exception; // seen, also where the test never looks at it
    }
}
