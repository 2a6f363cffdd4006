using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>Those who wait for a session, in the order in which they came.</summary>
/// <remarks>
/// They are woken in that order, but whoever is awake already may be faster: handing each session over to a sleeper would leave it
/// unused until he is awake. That happens to the first of them a few times and no more. Not thread-safe: the pool's lock guards it.
/// </remarks>
internal sealed class SessionQueue
{
    private const int MostTimesPassed = 8;

    // A session serves callers of its own kind at a fraction of the cost: so far down the line one is looked for.
    private const int Reach = 8;

    private readonly LinkedList<SessionWaiter> _waiters = new();
    private int _wokenCount;

    public int Count => _waiters.Count;

    /// <summary>Whether whoever comes now may be served before those who wait.</summary>
    public bool MayBePassed => _waiters.First is not { Value.TimesPassed: >= MostTimesPassed };

    /// <summary>Somebody was.</summary>
    public void NotePassed()
    {
        if (_waiters.First is { } first)
            first.Value.TimesPassed++;
    }

    public void Add(SessionWaiter waiter) => _waiters.AddLast(waiter);

    /// <summary>Somebody is served, or gives up; does nothing the second time.</summary>
    public void Remove(SessionWaiter waiter)
    {
        if (_waiters.Remove(waiter))
            NoteTried(waiter);
    }

    /// <summary>Somebody has tried in vain, and sleeps again.</summary>
    public void NoteTried(SessionWaiter waiter)
    {
        if (!waiter.IsWoken)
            return;

        waiter.IsWoken = false;
        _wokenCount--;
    }

    /// <summary>Wakes until as many are awake as can be served, first those of that kind who are near.</summary>
    public void WakeFor(int available, IoMode preferred)
    {
        while (_wokenCount < Math.Min(available, _waiters.Count) && Next(preferred) is { } waiter)
        {
            waiter.IsWoken = true;
            _wokenCount++;
            waiter.Signal.Release();
        }
    }

    private SessionWaiter? Next(IoMode preferred)
    {
        SessionWaiter? first = null;
        int looked = 0;
        for (LinkedListNode<SessionWaiter>? node = _waiters.First; node is not null && looked < Reach; node = node.Next)
        {
            if (node.Value.IsWoken)
                continue;

            looked++;
            first ??= node.Value;
            if (node.Value.Mode == preferred || !MayBePassed)
                return !MayBePassed ? first : node.Value;
        }

        return first;
    }
}
