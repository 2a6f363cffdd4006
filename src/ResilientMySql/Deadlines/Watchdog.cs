using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Deadlines;

/// <summary>
/// Ends calls that outlive their deadline, whatever the driver is doing: it takes their socket away, which ends the driver's
/// call within milliseconds. One thread for the whole process, which rests while nothing runs.
/// </summary>
/// <remarks>
/// The driver leaves several of its calls without any limit when the server stops answering, and blocks threads of the pool
/// for seconds while it tries to cancel others; hence a thread of our own (docs/decisions/0008).
/// </remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "There is one, for the life of the process.")]
internal sealed class Watchdog
{
    /// <summary>How often deadlines are looked at, and so how late a call may be ended.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>The one of this process.</summary>
    public static readonly Watchdog Shared = new();

    private const int IdleRoundsBeforeRest = 100;

    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _awake = new();
    private CallWatch[] _watches = [];
    private bool _hasThread;
    private long _now = 1;

    /// <summary>The time, counted in periods spent awake.</summary>
    public long Now => Volatile.Read(ref _now);

    public void Add(CallWatch watch)
    {
        lock (_lock)
        {
            _watches = [.. _watches, watch];
            if (_hasThread)
                return;

            _hasThread = true;
            new Thread(Watch) { IsBackground = true, Name = "ResilientMySql watchdog" }.UnsafeStart();
        }
    }

    public void Remove(CallWatch watch)
    {
        lock (_lock)
            _watches = [.. _watches.Where(other => other != watch)];
    }

    /// <summary>Called by every watch that starts; costs a read unless nothing has run for a while.</summary>
    public void Wake()
    {
        if (!_awake.IsSet)
            _awake.Set();
    }

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Its own thread has nothing else to do, and real sockets keep real time.")]
    private void Watch()
    {
        int idleRounds = 0;
        while (true)
        {
            _awake.Wait();
            Thread.Sleep(Period);
            idleRounds = LookAtAll() ? 0 : idleRounds + 1;
            if (idleRounds < IdleRoundsBeforeRest)
                continue;

            // Whoever starts between the two lines is seen by the second.
            _awake.Reset();
            if (LookAtAll())
                _awake.Set();

            idleRounds = 0;
        }
    }

    /// <summary>Whether any call is under way.</summary>
    private bool LookAtAll()
    {
        long now = Interlocked.Increment(ref _now);
        bool anyRuns = false;
        foreach (CallWatch watch in Volatile.Read(ref _watches))
            anyRuns |= watch.Look(now);

        return anyRuns;
    }
}
