using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>
/// The sessions that nobody has, the warmest first, in one list for each kind. Every step takes the same time whatever their
/// number, and allocates nothing: the sessions are the links.
/// </summary>
/// <remarks>Not thread-safe: the pool's lock guards it.</remarks>
internal sealed class IdleSessions
{
    private Session? _warmestSync;
    private Session? _warmestAsync;
    private Session? _coldestSync;
    private Session? _coldestAsync;

    public int Count { get; private set; }

    /// <summary>The warmest one that was opened that way, or null.</summary>
    public Session? Warmest(IoMode mode) => mode is IoMode.Sync ? _warmestSync : _warmestAsync;

    /// <summary>Puts a session on top: it is the next to be lent.</summary>
    public void Push(Session session)
    {
        ref Session? warmest = ref WarmestOf(session.Mode);
        session.Place.IsIdle = true;
        session.Place.Warmer = null;
        session.Place.Colder = warmest;
        if (warmest is null)
            ColdestOf(session.Mode) = session;
        else
            warmest.Place.Warmer = session;

        warmest = session;
        Count++;
    }

    /// <summary>Puts a session at the bottom: nobody has asked for it.</summary>
    public void PushBelow(Session session)
    {
        ref Session? coldest = ref ColdestOf(session.Mode);
        session.Place.IsIdle = true;
        session.Place.Colder = null;
        session.Place.Warmer = coldest;
        if (coldest is null)
            WarmestOf(session.Mode) = session;
        else
            coldest.Place.Colder = session;

        coldest = session;
        Count++;
    }

    /// <summary>Takes a session out, wherever it lies.</summary>
    public void Remove(Session session)
    {
        if (session.Place.Warmer is { } warmer)
            warmer.Place.Colder = session.Place.Colder;
        else
            WarmestOf(session.Mode) = session.Place.Colder;

        if (session.Place.Colder is { } colder)
            colder.Place.Warmer = session.Place.Warmer;
        else
            ColdestOf(session.Mode) = session.Place.Warmer;

        session.Place.IsIdle = false;
        session.Place.Warmer = session.Place.Colder = null;
        Count--;
    }

    /// <summary>All of them, in no order that matters.</summary>
    public Session[] ToArray()
    {
        var all = new Session[Count];
        int count = 0;
        for (Session? session = _warmestSync; session is not null; session = session.Place.Colder)
            all[count++] = session;

        for (Session? session = _warmestAsync; session is not null; session = session.Place.Colder)
            all[count++] = session;

        return all;
    }

    private ref Session? WarmestOf(IoMode mode) => ref mode is IoMode.Sync ? ref _warmestSync : ref _warmestAsync;

    private ref Session? ColdestOf(IoMode mode) => ref mode is IoMode.Sync ? ref _coldestSync : ref _coldestAsync;
}
