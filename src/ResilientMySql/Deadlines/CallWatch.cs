using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;

namespace ResilientMySql.Deadlines;

/// <summary>
/// One session's deadline: set when a call starts, cleared when it ends, and in between looked at by the watchdog. Allocates
/// nothing unless a call is cancelled.
/// </summary>
internal sealed class CallWatch
{
    private const long NotWatching = 0;
    private const long Fired = -1;

    // How many periods a call that the server was asked to stop gets before its socket goes: few at a deadline, which is to be
    // kept, more when it was cancelled, so that a session with a transaction outlives a cancelled query on a busy server. MariaDB
    // takes up to two seconds to stop what waits for a lock or sleeps.
    private const int GraceAtDeadline = 4;
    private const int GraceWhenCancelled = 60;

    private static readonly TimeSpan LongestKill = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Socket? _socket;
    private bool _isAbandoned;
    private long _deadline;
    private volatile bool _isCancelled;
    private volatile Task? _killing;
    private object? _running;
    private long _limit;
    private long _killAt = long.MaxValue;
    private volatile bool _isOverdue;

    /// <summary>The connection that the next calls use.</summary>
    public void Attach(Socket? socket)
    {
        lock (_lock)
        {
            Volatile.Write(ref _isAbandoned, false);
            Volatile.Write(ref _socket, socket);
        }
    }

    /// <summary>A call starts that may take <paramref name="timeLeft"/>; <see cref="TimeSpan.MaxValue"/> for no limit.</summary>
    /// <param name="timeLeft">How long it may take.</param>
    /// <param name="grace">How long the server may take to stop it after that, where that is worth waiting for.</param>
    public void Start(TimeSpan timeLeft, TimeSpan grace = default)
    {
        _isCancelled = _isOverdue = false;
        _killing = null;
        _limit = timeLeft == TimeSpan.MaxValue ? long.MaxValue : Watchdog.Shared.Now + Periods(timeLeft);
        Volatile.Write(ref _deadline, DeadlineIn(timeLeft, grace));
        Watchdog.Shared.Wake();
    }

    /// <summary>What KILL QUERY is for, once the call has got that far.</summary>
    /// <param name="running">A command or a batch of the driver's, or an <see cref="ActiveCommand"/>.</param>
    public void Runs(object running) => Volatile.Write(ref _running, running);

    /// <summary>The same for a command that the driver does not time: when its time is up, the server is asked to stop it.</summary>
    public void RunsUntimed(MySqlCommand running)
    {
        Runs(running);
        Volatile.Write(ref _killAt, _limit);
    }

    /// <summary>The call is over: nothing that was set off for it can hit the next one.</summary>
    public WatchEnd Stop()
    {
        bool hasFired = Interlocked.Exchange(ref _deadline, NotWatching) == Fired;
        Volatile.Write(ref _killAt, long.MaxValue);
        Volatile.Write(ref _running, null);
        return (_isCancelled, hasFired, _isOverdue) switch
        {
            (true, _, _) => WatchEnd.Cancelled,
            (false, true, _) => WatchEnd.Expired,
            (false, false, true) => WatchEnd.Overdue,
            (false, false, false) => WatchEnd.InTime,
        };
    }

    /// <summary>Whether a KILL QUERY on its way has arrived; to be awaited after a cancelled call that the server has answered.</summary>
    public ValueTask<bool> HasKillArrivedAsync<TIo>(TimeProvider time)
        where TIo : struct, IDriverIo
    {
        Task? killing;
        lock (_lock)
            killing = _killing;

        return killing is null ? new(true) : TIo.WaitAsync(killing, LongestKill, time, CancellationToken.None);
    }

    /// <summary>
    /// The caller's token was cancelled. Returns at once: the server is asked to stop from another thread, and the socket goes
    /// shortly afterwards.
    /// </summary>
    public void Cancel()
    {
        long deadline = Volatile.Read(ref _deadline);
        if (deadline is NotWatching or Fired)
            return;

        _isCancelled = true;
        if (Volatile.Read(ref _running) is { } running)
            StartKilling(running);

        long sooner = Math.Min(deadline, Watchdog.Shared.Now + GraceWhenCancelled);
        Interlocked.CompareExchange(ref _deadline, sooner, deadline);
    }

    /// <summary>The watchdog's visit; whether there is anything to watch.</summary>
    public bool Look(long now)
    {
        long deadline = Volatile.Read(ref _deadline);
        if (deadline is NotWatching or Fired)
            return false;

        if (now < deadline)
        {
            KillAgain();
            if (now >= Volatile.Read(ref _killAt))
                KillOverdue();

            return true;
        }

        // Together, so that the socket that goes is the one that the deadline was for.
        lock (_lock)
        {
            if (Interlocked.CompareExchange(ref _deadline, Fired, deadline) == deadline)
                Abandon();
        }

        return true;
    }

    /// <summary>Whether the call was cancelled, and asking the server to stop it is done, with or without success.</summary>
    public bool HasAskedToStop => _isCancelled && _killing is { IsCompleted: true };

    /// <summary>Whether the socket was taken away.</summary>
    public bool IsAbandoned => Volatile.Read(ref _isAbandoned);

    /// <summary>Takes the socket away: whatever call hangs on it ends.</summary>
    public void Abandon()
    {
        Volatile.Write(ref _isAbandoned, true);
        Volatile.Read(ref _socket)?.Dispose();
    }

    /// <summary>
    /// The driver asks for nothing as long as a command has not quite begun. Under the lock, so that no call that is over is
    /// followed by a request to stop it.
    /// </summary>
    private void KillAgain()
    {
        if (!_isCancelled)
            return;

        lock (_lock)
        {
            bool isUnderWay = Volatile.Read(ref _deadline) is not (NotWatching or Fired);
            if (isUnderWay && _killing is not { IsCompleted: false } && Volatile.Read(ref _running) is { } running)
                StartKilling(running);
        }
    }

    /// <summary>Once. Under the lock, for the same reason.</summary>
    private void KillOverdue()
    {
        lock (_lock)
        {
            bool isUnderWay = Volatile.Read(ref _deadline) is not (NotWatching or Fired);
            if (!isUnderWay || Interlocked.Exchange(ref _killAt, long.MaxValue) == long.MaxValue || Volatile.Read(ref _running) is not { } running)
                return;

            _isOverdue = true;
            if (_killing is not { IsCompleted: false })
                StartKilling(running);
        }
    }

    private void StartKilling(object running) =>
        _killing = Task.Factory.StartNew(Kill, running, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Kill(object? running)
    {
        if (running is MySqlBatch batch)
            batch.Cancel();
        else if (running is ActiveCommand active)
            active.Cancel();
        else
            ((MySqlCommand)running!).Cancel();
    }

    private static long DeadlineIn(TimeSpan timeLeft, TimeSpan grace)
    {
        if (timeLeft == TimeSpan.MaxValue)
            return long.MaxValue;

        // The driver asks the server to stop when the time is up; it gets a moment to do so.
        return Watchdog.Shared.Now + Periods(timeLeft) + Math.Max(GraceAtDeadline, Periods(grace));
    }

    private static long Periods(TimeSpan time) => (long)Math.Ceiling(time / Watchdog.Period);
}
