using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Rehydration;
using ResilientMySql.Transactions;

namespace ResilientMySql.Sessions;

/// <summary>
/// The sessions of one connection string. Lends them one at a time, the warmest first, and never has more open than
/// Maximum Pool Size.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification =
    "The semaphore has no wait handle to free, and sessions may still come back after the pool was closed.")]
internal sealed class SessionPool
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _permits;
    private readonly Stack<Session> _idleSync = new();
    private readonly Stack<Session> _idleAsync = new();
    private int _openCount;
    private int _generation;
    private volatile bool _hasReachedServer;
    private bool _isClosed;

    public SessionPool(SessionSettings settings, ILoggerFactory loggerFactory, TimeProvider time)
    {
        Settings = settings;
        Time = time;
        _permits = new SemaphoreSlim(settings.Pool.MaximumSize, settings.Pool.MaximumSize);
        Reports = new SessionReports(settings.Server, loggerFactory);
    }

    public SessionSettings Settings { get; }

    public TimeProvider Time { get; }

    /// <summary>How many sessions exist, idle or lent.</summary>
    public int OpenCount
    {
        get
        {
            lock (_lock)
                return _openCount;
        }
    }

    /// <summary>Tells what becomes of the sessions.</summary>
    public SessionReports Reports { get; }

    /// <summary>
    /// Lends a session that is not known to be dead, to a connection or, with no <paramref name="owner"/>, to a generated query.
    /// Deadlines count from <paramref name="start"/>.
    /// </summary>
    /// <exception cref="MySqlException">No session came free in time; the reason is inside.</exception>
    /// <exception cref="NotSupportedException">There is an ambient transaction, which takes no other session.</exception>
    /// <exception cref="MySqlException">A new session could not be opened; the driver's own exception.</exception>
    public ValueTask<Session> RentAsync<TIo>(
        ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo =>
        Settings.AutoEnlist && System.Transactions.Transaction.Current is { } transaction
            ? AmbientTransactions.RentAsync<TIo>(this, owner, transaction, start, patience, cancellationToken)
            : RentOutsideAsync<TIo>(owner, start, patience, cancellationToken);

    /// <summary>The same, outside any ambient transaction.</summary>
    public async ValueTask<Session> RentOutsideAsync<TIo>(
        ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (!await TIo.WaitAsync(_permits, Settings.OpenTimeout, cancellationToken).ConfigureAwait(false))
            throw DriverExceptions.PoolExhausted(LossMessages.PoolExhausted(Settings, Time.GetElapsedTime(start)).ToException(null));

        Session session;
        try
        {
            session = TakeIdle(TIo.Mode, owner) ?? await OpenAsync<TIo>(owner, start, patience, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _permits.Release();
            throw;
        }

        if (!session.IsAlive)
            await ReviveAsync<TIo>(session, start, cancellationToken).ConfigureAwait(false);

        return session;
    }

    /// <summary>Takes a session back. One that is not as it was lent, or dead, is closed. A second return does nothing.</summary>
    public async ValueTask ReturnAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        if (session.Branch is { } branch)
        {
            if (branch.TryPark())
                return;

            session.Branch = null;
        }

        if (!session.TryEndLease())
            return;

        try
        {
            if (!Settings.Pool.IsPooled || !session.IsReusable || !TryKeep(session))
                await CloseAsync<TIo>(session).ConfigureAwait(false);
        }
        finally
        {
            _permits.Release();
        }
    }

    /// <summary>Closes the idle sessions, and every other one as it comes back; lends no more.</summary>
    public ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        lock (_lock)
            _isClosed = true;

        return ClearAsync<TIo>();
    }

    /// <summary>Closes the idle sessions, and those that are lent now as they come back.</summary>
    public async ValueTask ClearAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        Session[] idle;
        lock (_lock)
        {
            _generation++;
            idle = [.. _idleSync, .. _idleAsync];
            _idleSync.Clear();
            _idleAsync.Clear();

            // Others may open new ones from now on.
            _openCount -= idle.Length;
        }

        foreach (Session session in idle)
            await CloseUncountedAsync<TIo>(session).ConfigureAwait(false);
    }

    /// <summary>Whether an attempt to open that failed is followed by another; asked after the failure, for others may have succeeded meanwhile.</summary>
    public bool TriesAgain(OpenPatience patience) =>
        Settings.Recovery is RecoveryMode.Auto && (patience is OpenPatience.Always || _hasReachedServer);

    /// <summary>An idle session, of the caller's own kind if there is one; null where a new one may be opened instead.</summary>
    private Session? TakeIdle(IoMode mode, ResilientMySqlConnection? owner)
    {
        Session? session;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(ResilientMySqlDataSource));
            if (!IdleOf(mode).TryPop(out session))
            {
                if (_openCount < Settings.Pool.MaximumSize)
                {
                    _openCount++;
                    return null;
                }

                // Whoever holds a permit and finds the pool full finds an idle session too.
                session = IdleOf(mode is IoMode.Sync ? IoMode.Async : IoMode.Sync).Pop();
            }
        }

        session.BeginLease(owner);
        return session;
    }

    /// <summary>An idle session died: its borrower gets it back alive, or not at all.</summary>
    private async ValueTask ReviveAsync<TIo>(Session session, long start, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        try
        {
            session.Server = null;
            var budget = new CallBudget(Time, start, Settings.RecoveryTimeout, Settings.OpenTimeout, waited: Time.GetElapsedTime(start));
            if (!Reports.MayRehydrate(session, mayHaveRun: false))
                throw (LossMessages.Forbidden(Settings.Server, ExecutionOutcome.NotExecuted) with { Elapsed = budget.Elapsed }).ToException(null);

            await Rehydrator.RehydrateAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ReturnAsync<TIo>(session).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<Session> OpenAsync<TIo>(
        ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var session = new Session(this, Volatile.Read(ref _generation));
        session.BeginLease(owner);
        Watchdog.Shared.Add(session.Watch);
        try
        {
            TimeSpan recoveryTimeout = TriesAgain(patience) ? Settings.RecoveryTimeout : Settings.OpenTimeout;
            var budget = new CallBudget(Time, start, recoveryTimeout, Settings.OpenTimeout, waited: Time.GetElapsedTime(start));
            await SessionOpener.OpenAsync<TIo>(session, budget, patience, cancellationToken).ConfigureAwait(false);
            _hasReachedServer = true;
            Reports.Opened(session);
            return session;
        }
        catch
        {
            Forget(session);
            throw;
        }
    }

    private bool TryKeep(Session session)
    {
        lock (_lock)
        {
            if (_isClosed || session.Generation != _generation)
                return false;

            IdleOf(session.Mode).Push(session);
            return true;
        }
    }

    private async ValueTask CloseAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        try
        {
            await CloseUncountedAsync<TIo>(session).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _openCount--;
        }
    }

    private async ValueTask CloseUncountedAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        try
        {
            await session.CloseDriverAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            Watchdog.Shared.Remove(session.Watch);
        }

        Reports.Closed(session);
    }

    private void Forget(Session session)
    {
        Watchdog.Shared.Remove(session.Watch);
        lock (_lock)
            _openCount--;
    }

    private Stack<Session> IdleOf(IoMode mode) => mode is IoMode.Sync ? _idleSync : _idleAsync;
}
