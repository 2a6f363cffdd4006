using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>Whose a session is at the moment.</summary>
/// <remarks>Ended once, by whoever comes first: its connection, its pool, or the end of a distributed transaction.</remarks>
internal sealed class SessionLease
{
    // Weak, so that a connection that is dropped without being closed can be noticed.
    private readonly WeakReference<ResilientMySqlConnection?> _owner = new(null);
    private long _number;

    /// <summary>The connection object that has it, where one has it that is still there.</summary>
    public ResilientMySqlConnection? Owner => HasOwner && _owner.TryGetTarget(out ResilientMySqlConnection? owner) ? owner : null;

    /// <summary>Whether a connection object has it, or had before it was dropped.</summary>
    public bool HasOwner
    {
        get => Volatile.Read(ref field);
        private set => Volatile.Write(ref field, value);
    }

    /// <summary>Which lease it is, an odd number; an even one where there is none.</summary>
    public long Number => Volatile.Read(ref _number);

    public bool IsRunning => long.IsOddInteger(Number);

    /// <summary>Whether its connection was dropped without being closed.</summary>
    public bool IsOrphaned => HasOwner && IsRunning && !_owner.TryGetTarget(out _);

    /// <summary>Where its connection was opened, if that is traced.</summary>
    public string? OpenedAt { get; set; }

    public void Begin(ResilientMySqlConnection? owner, MySqlConnection? driver)
    {
        PassTo(owner, driver);
        Volatile.Write(ref _number, _number + 1);
    }

    /// <summary>It goes on with another connection, or waits for one.</summary>
    public void PassTo(ResilientMySqlConnection? owner, MySqlConnection? driver)
    {
        if (owner is null && !HasOwner)
            return;

        if (driver is not null)
            Owner?.StopListening(driver);

        // In this order, so that nobody who looks in between sees an owner that is gone.
        if (owner is null)
            HasOwner = false;

        _owner.SetTarget(owner);
        if (owner is not null)
            HasOwner = true;

        if (driver is not null)
            owner?.Listen(driver);
    }

    /// <summary>Ends that lease, and no later one; false where it had ended.</summary>
    public bool TryEnd(long number) =>
        long.IsOddInteger(number) && Interlocked.CompareExchange(ref _number, number + 1, number) == number;
}
