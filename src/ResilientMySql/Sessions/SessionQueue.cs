using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>Those who wait for a session, first come, first served, as far as sessions of their own kind come back.</summary>
/// <remarks>Not thread-safe: the pool's lock guards it.</remarks>
internal sealed class SessionQueue
{
    // A session serves callers of its own kind at a fraction of the cost: so far down the queue one is looked for, and so often
    // the first in it is passed over, and no more.
    private const int Reach = 8;
    private const int MostTimesPassed = 8;

    private readonly LinkedList<SessionWaiter> _waiters = new();

    public int Count => _waiters.Count;

    public void Add(SessionWaiter waiter) => _waiters.AddLast(waiter);

    /// <summary>Somebody gives up.</summary>
    public void Remove(SessionWaiter waiter) => _waiters.Remove(waiter);

    /// <summary>Takes out who is to have a session of that kind; null where nobody waits.</summary>
    public SessionWaiter? Next(IoMode mode)
    {
        if (_waiters.First is not { } first)
            return null;

        LinkedListNode<SessionWaiter> chosen = first.Value.TimesPassed >= MostTimesPassed ? first : FirstOf(mode) ?? first;
        if (chosen != first)
            first.Value.TimesPassed++;

        _waiters.Remove(chosen);
        return chosen.Value;
    }

    /// <summary>Takes out who is to have the right to open one; null where nobody waits.</summary>
    public SessionWaiter? Next()
    {
        SessionWaiter? first = _waiters.First?.Value;
        if (first is not null)
            _waiters.RemoveFirst();

        return first;
    }

    private LinkedListNode<SessionWaiter>? FirstOf(IoMode mode)
    {
        LinkedListNode<SessionWaiter>? node = _waiters.First;
        for (int i = 0; i < Reach && node is not null; i++, node = node.Next)
        {
            if (node.Value.Mode == mode)
                return node;
        }

        return null;
    }
}
