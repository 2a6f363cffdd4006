using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Rehydration;

namespace ResilientMySql.Sessions;

/// <summary>
/// Looks after a pool in the background, so that no caller pays for it: replaces idle sessions that died, closes those that are too
/// old or not needed, pings those that rest, opens what is missing, and takes back what was never closed.
/// </summary>
/// <remarks>One round at a time, twice a second, while the pool has anything. Sessions are cared for one after the other.</remarks>
internal sealed class SessionKeeper(SessionPool pool, SessionShelf shelf, SessionReturns returns)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Haste = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CarePause _pause = new(pool.Time);
    private ITimer? _timer;
    private volatile IoMode _demand;
    private bool _isStopped;
    private int _isAtWork;
    private long _lastHurry;

    /// <summary>The pool has something to look after: a session that somebody needed, of that kind.</summary>
    public void Start(IoMode demand)
    {
        // Under the lock from the first look on: a round that has found nothing may be about to end the timer.
        _demand = demand;
        lock (_lock)
        {
            if (!_isStopped)
                _timer ??= CreateTimer(pool.Settings.Pool.MinimumSize > 0 ? TimeSpan.Zero : Period);
        }
    }

    /// <summary>A caller waits: what was never closed may help him.</summary>
    public void Hurry()
    {
        if (pool.Time.GetElapsedTime(Volatile.Read(ref _lastHurry)) < Haste)
            return;

        lock (_lock)
        {
            Volatile.Write(ref _lastHurry, pool.Time.GetTimestamp());
            _timer?.Change(TimeSpan.Zero, Period);
        }
    }

    /// <summary>
    /// The pool is closed. Goes on for as long as anything is lent: the watchdog knows every session, so that one whose connection
    /// is dropped would stay open for ever.
    /// </summary>
    public void Stop()
    {
        lock (_lock)
            _isStopped = true;

        RestIfNothingIsLeft();
    }

    private ITimer CreateTimer(TimeSpan first)
    {
        // The timer is the pool's own, and not part of whatever request opened the first session.
        using AsyncFlowControl _ = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return pool.Time.CreateTimer(static keeper => ((SessionKeeper)keeper!).Work(), this, first, Period);
    }

    private void Work()
    {
        if (Interlocked.Exchange(ref _isAtWork, 1) == 0)
            _ = WorkAsync();
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A handler of the user's may throw anything; the next round goes on.")]
    private async Task WorkAsync()
    {
        try
        {
            await TakeBackLeakedAsync().ConfigureAwait(false);
            foreach (Session session in shelf.IdleNow())
                await LookAfterAsync(session).ConfigureAwait(false);

            await OpenMissingAsync().ConfigureAwait(false);
            RestIfNothingIsLeft();
        }
        catch (Exception exception)
        {
            pool.Reports.CareFailed(exception);
        }
        finally
        {
            Volatile.Write(ref _isAtWork, 0);
        }
    }

    private async ValueTask TakeBackLeakedAsync()
    {
        foreach ((Session session, long lease) in shelf.Leaked())
        {
            if (!session.IsLeaked || session.Lease.Number != lease)
                continue;

            pool.Reports.Leaked(session);
            await OnItsKindOfThread(session.Mode, () => returns.TakeBackLeakedAsync<SyncIo>(session, lease), () => returns.TakeBackLeakedAsync<AsyncIo>(session, lease)).ConfigureAwait(false);
        }
    }

    private async ValueTask LookAfterAsync(Session session)
    {
        SessionCare care = CareFor(session);
        if (care is SessionCare.None || !shelf.TryTakeOut(session))
            return;

        // It may have been in use meanwhile, which looks like anything.
        SessionCare settled = CareFor(session);
        if (settled is SessionCare.None)
            await returns.PutBackAsync<AsyncIo>(session).ConfigureAwait(false);
        else
            await OnItsKindOfThread(session.Mode, () => CareAsync<SyncIo>(session, settled), () => CareAsync<AsyncIo>(session, settled)).ConfigureAwait(false);
    }

    private SessionCare CareFor(Session session)
    {
        PoolSettings settings = pool.Settings.Pool;
        SessionPlace place = session.Place;
        TimeProvider time = pool.Time;
        return session switch
        {
            _ when SessionCleaner.IsWornOut(session) => SessionCare.Close,
            _ when settings.IdleTimeout != TimeSpan.MaxValue && time.GetElapsedTime(place.IdleSince) >= settings.IdleTimeout && shelf.Size > settings.MinimumSize => SessionCare.Close,
            { IsUp: false } when pool.Settings.Recovery is RecoveryMode.Off => SessionCare.Close,
            { IsUp: false } => _pause.IsOver ? SessionCare.Replace : SessionCare.None,
            _ when settings.KeepaliveInterval != TimeSpan.MaxValue && time.GetElapsedTime(place.RestedSince) >= place.Soon(settings.KeepaliveInterval, 0.2) => SessionCare.Ping,
            _ => SessionCare.None,
        };
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A handler or callback of the user's may throw anything; the session is in nobody else's hands.")]
    private async ValueTask CareAsync<TIo>(Session session, SessionCare care)
        where TIo : struct, IDriverIo
    {
        try
        {
            if (care is SessionCare.Ping && !await IdlePing.RunAsync<TIo>(session).ConfigureAwait(false))
                care = pool.Settings.Recovery is RecoveryMode.Off ? SessionCare.Close : SessionCare.Replace;

            // Nobody is owed a session that nobody has: what must not be replaced is closed.
            if (care is SessionCare.Replace && !pool.Reports.MayRehydrate(session, mayHaveRun: false))
                care = SessionCare.Close;

            // Where the server is away it stays what it is, and whoever is lent it before the next attempt waits for it himself.
            if (care is SessionCare.Replace)
                await ReplaceAsync<TIo>(session).ConfigureAwait(false);

            session.Place.RestedSince = pool.Time.GetTimestamp();
        }
        catch (Exception exception)
        {
            _pause.NoteFailure();
            pool.Reports.CareFailed(exception);
        }

        if (care is SessionCare.Close)
            await returns.DiscardAsync<TIo>(session).ConfigureAwait(false);
        else
            await returns.PutBackAsync<TIo>(session).ConfigureAwait(false);
    }

    /// <summary>One attempt: the server may be away, and then others follow.</summary>
    private async ValueTask ReplaceAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        try
        {
            session.StartAnew();
            await Rehydrator.ReplaceIdleAsync<TIo>(session, Budget()).ConfigureAwait(false);
            _pause.NoteSuccess();
        }
        catch (Exception exception) when (exception is MySqlException || ServerErrors.CanOpenLater(exception))
        {
            _pause.NoteFailure();
        }
    }

    /// <summary>What Minimum Pool Size asks for, and one in any case where the server has turned us away, to learn whether it still does.</summary>
    private async ValueTask OpenMissingAsync()
    {
        while (_pause.IsOver && (shelf.Size < pool.Settings.Pool.MinimumSize || pool.Circuit.Reason is not null) && shelf.TryReserve(int.MaxValue))
        {
            bool isOpen = false;
            await OnItsKindOfThread(_demand, async () => isOpen = await TryOpenAsync<SyncIo>().ConfigureAwait(false), async () => isOpen = await TryOpenAsync<AsyncIo>().ConfigureAwait(false)).ConfigureAwait(false);
            if (!isOpen)
                return;
        }
    }

    private async ValueTask<bool> TryOpenAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        try
        {
            Session session = await pool.OpenAsync<TIo>(null, pool.Time.GetTimestamp(), OpenPatience.Once, CancellationToken.None).ConfigureAwait(false);
            _pause.NoteSuccess();
            await returns.PutAsideAsync<TIo>(session).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is MySqlException || ServerErrors.CanOpenLater(exception))
        {
            _pause.NoteFailure();
            return false;
        }
    }

    private void RestIfNothingIsLeft()
    {
        lock (_lock)
        {
            if (!shelf.IsEmpty || (!_isStopped && pool.Circuit.Reason is not null))
                return;

            _timer?.Dispose();
            _timer = null;
        }
    }

    private CallBudget Budget()
    {
        TimeSpan limit = pool.Settings.OpenTimeout == Timeout.InfiniteTimeSpan || pool.Settings.OpenTimeout > LongestOpening ? LongestOpening : pool.Settings.OpenTimeout;
        return new CallBudget(pool.Time, pool.Time.GetTimestamp(), limit, limit);
    }

    /// <summary>A synchronous session stays one: what blocks has a thread of its own.</summary>
    private static async ValueTask OnItsKindOfThread(IoMode mode, Func<ValueTask> synchronously, Func<ValueTask> asynchronously)
    {
        if (mode is IoMode.Async)
            await asynchronously().ConfigureAwait(false);
        else
            await Task.Factory.StartNew(() => synchronously().Unwrap(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
    }
}
