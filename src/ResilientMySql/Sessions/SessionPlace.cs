namespace ResilientMySql.Sessions;

/// <summary>What a pool keeps with a session: its place among the idle ones, its age and its use.</summary>
/// <remarks>The node is guarded by the pool's lock.</remarks>
internal sealed class SessionPlace(Session session)
{
    /// <summary>What holds it among the idle sessions.</summary>
    public LinkedListNode<Session> Node { get; } = new(session);

    /// <summary>Whether it lies there.</summary>
    public bool IsIdle => Node.List is not null;

    /// <summary>The clock's timestamp when it was last put there.</summary>
    public long IdleSince { get; set; }

    /// <summary>The clock's timestamp when it was last heard of, while idle.</summary>
    public long RestedSince { get; set; }

    /// <summary>The clock's timestamp when the physical connection was opened.</summary>
    public long Born { get; private set; }

    /// <summary>In [0, 1): spreads over time what is due to sessions that were opened together.</summary>
    public double Chance { get; private set; }

    /// <summary>How often the physical connection was lent.</summary>
    public long Uses { get; set; }

    /// <summary>The thread that it belongs to, where sessions belong to threads.</summary>
    public Thread? Home { get; set; }

    /// <summary>That long, less a part of up to <paramref name="fraction"/> of it by chance.</summary>
    public TimeSpan Soon(TimeSpan period, double fraction) => period * (1 - (fraction * Chance));

    /// <summary>A new physical connection.</summary>
    public void Start(long now, double chance)
    {
        Born = now;
        Chance = chance;
        Uses = 0;
    }
}
