using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>Which thread's each session is, for Session Affinity=Thread.</summary>
/// <remarks>Not thread-safe: the pool's lock guards it.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "It lives as long as its pool, which lives as long as the process or a data source.")]
internal sealed class ThreadHomes
{
    private readonly ThreadLocal<Session?> _own = new();

    /// <summary>
    /// The thread's own session, or else one that is nobody's; where no other may be opened, whatever there is. Null for none.
    /// </summary>
    public Session? Choose(IdleSessions idle, IoMode mode, bool isFull)
    {
        if (_own.Value is { Place: { IsIdle: true } place } own && place.Home == Thread.CurrentThread)
            return own;

        foreach (Session session in idle.Of(mode))
        {
            if (session.Place.Home is not { IsAlive: true })
                return session;
        }

        return isFull ? idle.Warmest(mode) ?? idle.Warmest(IoModes.Other(mode)) : null;
    }

    /// <summary>From here on it is this thread's.</summary>
    public void Settle(Session session)
    {
        session.Place.Home = Thread.CurrentThread;
        _own.Value = session;
    }
}
