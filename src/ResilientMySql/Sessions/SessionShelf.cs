using System.Collections.Immutable;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>
/// Who has which of a pool's sessions: idle ones, lent ones, places reserved for ones being opened, and callers in line. All of it
/// under one lock, and none of it waits for anything.
/// </summary>
internal sealed class SessionShelf(PoolSettings settings)
{
    private readonly Lock _lock = new();
    private readonly IdleSessions _idle = new();
    private readonly SessionQueue _queue = new();
    private readonly HashSet<Session> _all = [];
    private readonly WireCounts _ofTheGone = new();
    private readonly ThreadHomes? _homes = settings.Affinity is SessionAffinity.Thread ? new() : null;
    private int _size;
    private long _leases;
    private int _generation;
    private bool _isClosed;

    /// <summary>How many sessions exist, those included that are being opened.</summary>
    public int Size
    {
        get
        {
            lock (_lock)
                return _size;
        }
    }

    /// <summary>How often the pool was cleared.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Whether nothing is here, and nobody waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _size == 0 && _queue.Count == 0;
        }
    }

    /// <summary>
    /// An idle session, of the caller's own kind if there is one. Where there is none: null, and either a place in the line or,
    /// without one, the right to open a session.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The pool was closed.</exception>
    public Session? Take(IoMode mode, out SessionWaiter? waiter)
    {
        waiter = null;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(ResilientMySqlDataSource));
            _leases++;
            if (_queue.MayBePassed && TryTake(mode, out Session? session))
            {
                _queue.NotePassed();
                return session;
            }

            waiter = new SessionWaiter(mode);
            _queue.Add(waiter);
            Wake(mode);
            return null;
        }
    }

    /// <summary>A caller in the line tries: as <see cref="Take"/>, or false where it is to go on waiting.</summary>
    /// <exception cref="ObjectDisposedException">The pool was closed.</exception>
    public bool TryClaim(SessionWaiter waiter, out Session? session)
    {
        lock (_lock)
        {
            session = null;
            if (!_isClosed && !TryTake(waiter.Mode, out session))
            {
                _queue.NoteTried(waiter);
                return false;
            }

            _queue.Remove(waiter);
            ObjectDisposedException.ThrowIf(_isClosed, typeof(ResilientMySqlDataSource));
            return true;
        }
    }

    /// <summary>A caller gives up; whoever is behind him is told of what he was told of.</summary>
    public void Leave(SessionWaiter waiter)
    {
        lock (_lock)
        {
            _queue.Remove(waiter);
            Wake(waiter.Mode);
        }
    }

    /// <summary>Reserves a place for a session to be opened, unless there are as many as that.</summary>
    public bool TryReserve(int size)
    {
        lock (_lock)
        {
            if (_isClosed || _size >= Math.Min(size, settings.MaximumSize))
                return false;

            _size++;
            return true;
        }
    }

    /// <summary>A reserved place is not needed, or its session could not be opened.</summary>
    public void GiveUpReserved() => Remove(null);

    /// <summary>A reserved place has its session.</summary>
    public void NoteOpened(Session session)
    {
        lock (_lock)
        {
            _all.Add(session);
            _homes?.Settle(session);
        }
    }

    /// <summary>Takes a session back that can be lent as it is; it is the next one to be. False where it is to be closed.</summary>
    public bool TryKeep(Session session, long now)
    {
        lock (_lock)
        {
            if (IsOutdatedUnderLock(session) || (_queue.Count == 0 && _idle.Count >= settings.MaximumIdle))
                return false;

            session.Place.IdleSince = session.Place.RestedSince = now;
            _idle.Push(session);
            Wake(session.Mode);
            return true;
        }
    }

    /// <summary>Takes an idle session out that is to be cared for; false where somebody has it by now.</summary>
    public bool TryTakeOut(Session session)
    {
        lock (_lock)
        {
            if (!session.Place.IsIdle)
                return false;

            _idle.Remove(session);
            return true;
        }
    }

    /// <summary>The same as <see cref="TryKeep"/> for one that nobody has used: it is lent last, and goes on resting.</summary>
    public bool TryPutBack(Session session)
    {
        lock (_lock)
        {
            if (IsOutdatedUnderLock(session))
                return false;

            _idle.PushBelow(session);
            Wake(session.Mode);
            return true;
        }
    }

    /// <summary>A session is closed, or a reserved place free: the first in the line may open one.</summary>
    public void Remove(Session? session)
    {
        lock (_lock)
        {
            if (session is not null && !_all.Remove(session))
                return;

            if (session is not null)
                _ofTheGone.Add(session.Wire.Counts);

            _size--;
            Wake(session?.Mode ?? IoMode.Async);
        }
    }

    /// <summary>Whether nobody is to have that session again.</summary>
    public bool IsOutdated(Session session)
    {
        lock (_lock)
            return IsOutdatedUnderLock(session);
    }

    /// <summary>Empties the shelf: the idle sessions, to be closed. Until they are, they keep their places.</summary>
    public Session[] Clear()
    {
        lock (_lock)
        {
            _generation++;
            Session[] idle = _idle.ToArray();
            foreach (Session session in idle)
                _idle.Remove(session);

            return idle;
        }
    }

    /// <summary>The same, for good: whoever waits is turned away.</summary>
    public Session[] Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _queue.WakeFor(_queue.Count, IoMode.Async);
        }

        return Clear();
    }

    /// <summary>The sessions that are idle now.</summary>
    public Session[] IdleNow()
    {
        lock (_lock)
            return _idle.ToArray();
    }

    /// <summary>Leases whose connection is gone, and which nobody can end any more. Allocates nothing where there is none.</summary>
    public ImmutableArray<(Session Session, long Lease)> Leaked()
    {
        ImmutableArray<(Session Session, long Lease)> leaked = [];
        lock (_lock)
        {
            foreach (Session session in _all)
            {
                if (session.IsLeaked)
                    leaked = leaked.Add((session, session.Lease.Number));
            }
        }

        return leaked;
    }

    public ResilientMySqlStatistics Count(SessionCounters counters)
    {
        lock (_lock)
        {
            int leased = _all.Count(static session => session.Lease.IsRunning);
            var queries = new WireCounts();
            queries.Add(_ofTheGone);
            foreach (Session session in _all)
                queries.Add(session.Wire.Counts);

            return new(counters, queries)
            {
                IdleSessions = _idle.Count,
                LeasedSessions = leased,
                OpeningSessions = Math.Max(0, _size - _idle.Count - leased),
                WaitingCallers = _queue.Count,
                Leases = _leases,
            };
        }
    }

    /// <summary>An idle session, or null for a place that is reserved for a new one; false for neither.</summary>
    private bool TryTake(IoMode mode, out Session? session)
    {
        session = Choose(mode);
        if (session is not null)
        {
            _idle.Remove(session);
            _homes?.Settle(session);
            return true;
        }

        if (_size >= settings.MaximumSize)
            return false;

        _size++;
        return true;
    }

    /// <summary>Whoever waits is told of what there is.</summary>
    private void Wake(IoMode preferred)
    {
        if (_queue.Count > 0)
            _queue.WakeFor(_idle.Count + Math.Max(0, settings.MaximumSize - _size), preferred);
    }

    private Session? Choose(IoMode mode)
    {
        bool isFull = _size >= settings.MaximumSize;
        if (_homes is not null)
            return _homes.Choose(_idle, mode, isFull);

        return _idle.Warmest(mode) ?? (isFull ? _idle.Warmest(IoModes.Other(mode)) : null);
    }

    private bool IsOutdatedUnderLock(Session session) => _isClosed || !settings.IsPooled || session.Generation != _generation;
}
