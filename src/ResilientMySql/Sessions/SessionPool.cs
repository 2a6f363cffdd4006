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
/// <remarks>
/// Who waits is woken in turn, and passed over a few times at most (<see cref="SessionQueue"/>). Nothing waits for the network under the lock, which
/// <see cref="SessionShelf"/> holds for a few instructions at a time.
/// </remarks>
internal sealed class SessionPool
{
    // A session that came back so recently is lent without a look at its link: its user's first call looks.
    private static readonly TimeSpan LongestTrust = TimeSpan.FromMilliseconds(100);

    private readonly SessionShelf _shelf;
    private readonly SessionReturns _returns;
    private readonly SessionKeeper _keeper;
    private volatile bool _hasReachedServer;

    public SessionPool(SessionSettings settings, ILoggerFactory loggerFactory, TimeProvider time)
    {
        Settings = settings;
        Time = time;
        Circuit = new OpenCircuit(time);
        Absence = new ServerAbsence(time, Random.Shared);
        Openings = new SemaphoreSlim(settings.Pool.MaximumOpening, settings.Pool.MaximumOpening);
        Reports = new SessionReports(settings.Server, loggerFactory);
        _shelf = new SessionShelf(settings.Pool);
        _returns = new SessionReturns(this, _shelf);
        _keeper = new SessionKeeper(this, _shelf, _returns);
    }

    public SessionSettings Settings { get; }

    public TimeProvider Time { get; }

    /// <summary>How many sessions exist, idle or lent.</summary>
    public int OpenCount => _shelf.Size;

    /// <summary>Bounds how many sessions are on their way to the server at once.</summary>
    public SemaphoreSlim Openings { get; }

    /// <summary>Whether the server turns sessions away.</summary>
    public OpenCircuit Circuit { get; }

    /// <summary>Where those wait who cannot reach the server.</summary>
    public ServerAbsence Absence { get; }

    /// <summary>Tells what becomes of the sessions.</summary>
    public SessionReports Reports { get; }

    /// <summary>The server's max_allowed_packet, in bytes; 0 until somebody has asked.</summary>
    public long PacketLimit
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>What the pool has, and what has happened to it.</summary>
    public ResilientMySqlStatistics Statistics => _shelf.Count(Reports.Counters);

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
    public ValueTask<Session> RentOutsideAsync<TIo>(
        ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Session? session = _shelf.Take(TIo.Mode, out SessionWaiter? waiter);
        if (session is null || !IsFit(session, start))
            return RentSlowlyAsync<TIo>(session, waiter, owner, start, patience, cancellationToken);

        session.BeginLease(owner);
        return new(session);
    }

    /// <summary>
    /// Takes a session back. One that is not as it was lent is reset or, where that cannot be, closed. A second return does
    /// nothing.
    /// </summary>
    public ValueTask ReturnAsync<TIo>(Session session)
        where TIo : struct, IDriverIo => _returns.ReturnAsync<TIo>(session);

    /// <inheritdoc cref="SessionReturns.TryHoldAsync{TIo}"/>
    public ValueTask<bool> TryHoldAsync<TIo>(Session session)
        where TIo : struct, IDriverIo => _returns.TryHoldAsync<TIo>(session);

    /// <summary>Whether a session that is held may be used again.</summary>
    public bool MayUseAgain(Session session) => session.IsUp && !_shelf.IsOutdated(session);

    /// <summary>Opens sessions until there are as many as Minimum Pool Size, and at least one; they lie idle afterwards.</summary>
    /// <exception cref="MySqlException">One could not be opened.</exception>
    public async ValueTask WarmUpAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        // No more often than that: a pool that does not pool keeps none of them.
        int size = Math.Max(1, Settings.Pool.MinimumSize);
        try
        {
            for (int opened = 0; opened < size && _shelf.TryReserve(size); opened++)
            {
                Session session = await OpenAsync<TIo>(null, Time.GetTimestamp(), OpenPatience.Always, cancellationToken).ConfigureAwait(false);
                await _returns.PutAsideAsync<TIo>(session).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!_shelf.IsEmpty)
                _keeper.Start(TIo.Mode);
        }
    }

    /// <summary>Closes the idle sessions, and every other one as it comes back; lends no more.</summary>
    public async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        await _returns.CloseAllAsync<TIo>(_shelf.Close()).ConfigureAwait(false);
        _keeper.Stop();
    }

    /// <summary>Closes the idle sessions, and those that are lent now as they come back.</summary>
    public ValueTask ClearAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        Circuit.Reset();
        return _returns.CloseAllAsync<TIo>(_shelf.Clear());
    }

    /// <summary>Whether an attempt to open that failed is followed by another; asked after the failure, for others may have succeeded meanwhile.</summary>
    public bool TriesAgain(OpenPatience patience) =>
        Settings.Recovery is RecoveryMode.Auto && patience is not OpenPatience.Once && (patience is OpenPatience.Always || _hasReachedServer);

    /// <summary>Opens a session for a place that was reserved for it, and lends it.</summary>
    public async ValueTask<Session> OpenAsync<TIo>(
        ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var session = new Session(this, _shelf.Generation);
        session.BeginLease(owner);
        Watchdog.Shared.Add(session.Watch);
        try
        {
            if (patience is not OpenPatience.Once && Circuit.Reason is { } reason && owner is not { HasCallbacks: true })
                throw DriverExceptions.NotAskedAgain(reason);

            TimeSpan recoveryTimeout = TriesAgain(patience) ? Settings.RecoveryTimeout : Settings.OpenTimeout;
            var budget = new CallBudget(Time, start, recoveryTimeout, Settings.OpenTimeout, waited: Time.GetElapsedTime(start));
            await SessionOpener.OpenAsync<TIo>(session, budget, patience, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Watchdog.Shared.Remove(session.Watch);
            _shelf.GiveUpReserved();

            // Somebody has to find out when the server lets sessions in again.
            if (Circuit.Reason is not null)
                _keeper.Start(TIo.Mode);

            throw;
        }

        _hasReachedServer = true;
        _shelf.NoteOpened(session);
        Reports.Opened(session);
        return session;
    }

    private async ValueTask<Session> RentSlowlyAsync<TIo>(
        Session? session, SessionWaiter? waiter, ResilientMySqlConnection? owner, long start, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (waiter is not null)
            session = await WaitAsync<TIo>(waiter, start, cancellationToken).ConfigureAwait(false);

        if (session is null)
        {
            session = await OpenAsync<TIo>(owner, start, patience, cancellationToken).ConfigureAwait(false);
            _keeper.Start(TIo.Mode);
            return session;
        }

        session.BeginLease(owner);
        if (!IsFit(session, start))
            await ReviveAsync<TIo>(session, start, cancellationToken).ConfigureAwait(false);

        return session;
    }

    /// <summary>What the wait brings: a session, or null for the right to open one.</summary>
    private async ValueTask<Session?> WaitAsync<TIo>(SessionWaiter waiter, long start, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        _keeper.Hurry();
        var budget = new CallBudget(Time, start, Settings.Pool.AcquireTimeout, Settings.Pool.AcquireTimeout);
        try
        {
            while (true)
            {
                bool isWoken = await TIo.WaitAsync(waiter.Signal, TimeoutOf(budget.CallLeft), cancellationToken).ConfigureAwait(false);
                if (_shelf.TryClaim(waiter, out Session? session))
                    return session;

                if (!isWoken)
                    break;
            }
        }
        finally
        {
            _shelf.Leave(waiter);
        }

        Reports.Counters.CountRefusal(LossCause.PoolExhausted, ExecutionOutcome.NotExecuted);
        throw DriverExceptions.PoolExhausted(LossMessages.PoolExhausted(Settings, Time.GetElapsedTime(start)).ToException(null));
    }

    private static TimeSpan TimeoutOf(TimeSpan left) => left == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : left;

    /// <summary>Whether an idle session can be lent without a word.</summary>
    private bool IsFit(Session session, long now) => Settings.Pool.Probe switch
    {
        ProbeMode.Never => session.IsUsable,
        ProbeMode.BeforeCall when Time.GetElapsedTime(session.Place.IdleSince, now) < LongestTrust => session.IsUsable,
        _ => session.IsUp,
    };

    /// <summary>An idle session died: its borrower gets it back alive, or not at all.</summary>
    private async ValueTask ReviveAsync<TIo>(Session session, long start, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        try
        {
            session.StartAnew();
            var budget = new CallBudget(Time, start, Settings.RecoveryTimeout, Settings.OpenTimeout, waited: Time.GetElapsedTime(start));
            if (!Reports.MayRehydrate(session, mayHaveRun: false))
                throw (LossMessages.Forbidden(Settings.Server, ExecutionOutcome.NotExecuted) with { Elapsed = budget.Elapsed }).ToException(null);

            await Rehydrator.RehydrateAsync<TIo>(session, budget, RehydrationCause.Lease, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ReturnAsync<TIo>(session).ConfigureAwait(false);
            throw;
        }
    }
}
