using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>
/// The sessions that nobody has, the warmest first, in one list for each kind. Every step takes the same time whatever their
/// number, and allocates nothing: each session brings its node along.
/// </summary>
/// <remarks>Not thread-safe: the pool's lock guards it.</remarks>
internal sealed class IdleSessions
{
    private readonly LinkedList<Session> _sync = new();
    private readonly LinkedList<Session> _async = new();

    public int Count => _sync.Count + _async.Count;

    /// <summary>Those that were opened that way.</summary>
    public LinkedList<Session> Of(IoMode mode) => mode is IoMode.Sync ? _sync : _async;

    /// <summary>The warmest one that was opened that way, or null.</summary>
    public Session? Warmest(IoMode mode) => Of(mode).First?.Value;

    /// <summary>Puts a session on top: it is the next to be lent.</summary>
    public void Push(Session session) => Of(session.Mode).AddFirst(session.Place.Node);

    /// <summary>Puts a session at the bottom: nobody has asked for it.</summary>
    public void PushBelow(Session session) => Of(session.Mode).AddLast(session.Place.Node);

    /// <summary>Takes a session out, wherever it lies.</summary>
    public void Remove(Session session) => Of(session.Mode).Remove(session.Place.Node);

    /// <summary>All of them, in no order that matters.</summary>
    public Session[] ToArray() => [.. _sync, .. _async];
}
