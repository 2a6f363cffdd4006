namespace ResilientMySql.Sessions;

/// <summary>What a connection string says about how sessions are kept and lent.</summary>
internal sealed class PoolSettings
{
    /// <exception cref="ArgumentException">A value is not valid.</exception>
    public PoolSettings(ResilientMySqlConnectionStringBuilder builder, TimeSpan openTimeout)
    {
        if (builder.MaximumPoolSize is 0 or > int.MaxValue)
            throw new ArgumentException($"Connection string: 'Maximum Pool Size={builder.MaximumPoolSize}' is not valid; use 1 to {int.MaxValue}.");

        if (builder.MinimumPoolSize > builder.MaximumPoolSize)
            throw new ArgumentException($"Connection string: 'Minimum Pool Size={builder.MinimumPoolSize}' is more than Maximum Pool Size ({builder.MaximumPoolSize}).");

        IsPooled = builder.Pooling;
        MaximumSize = IsPooled ? (int)builder.MaximumPoolSize : int.MaxValue;
        MinimumSize = IsPooled ? (int)builder.MinimumPoolSize : 0;
        MaximumIdle = builder.MaximumIdleSessions == 0 ? int.MaxValue : Math.Max((int)builder.MaximumIdleSessions, MinimumSize);
        MaximumUses = builder.MaxSessionUses == 0 ? long.MaxValue : builder.MaxSessionUses;
        MaximumOpening = (int)builder.MaxConcurrentOpens;
        AcquireTimeout = WithinOpening(builder.AcquireTimeout, openTimeout);
        LifeTime = LimitOf(builder.ConnectionLifeTime);
        IdleTimeout = LimitOf(builder.ConnectionIdleTimeout);
        KeepaliveInterval = LimitOf(builder.KeepaliveInterval);
        Reset = builder.Reset;
        Probe = builder.Probe;
        Affinity = builder.SessionAffinity;
        CloseReturnsSession = builder.CloseReturnsSession;
        TracesLeaks = builder.LeakTracing;
    }

    public bool IsPooled { get; }

    /// <summary>How many sessions may be open at once; without pooling there is no bound.</summary>
    public int MaximumSize { get; }

    /// <summary>How many stay open, once there was one.</summary>
    public int MinimumSize { get; }

    /// <summary>How many may lie idle; as many as stay open in any case.</summary>
    public int MaximumIdle { get; }

    /// <summary>How often a physical session is lent.</summary>
    public long MaximumUses { get; }

    /// <summary>How many may be on their way to the server at once.</summary>
    public int MaximumOpening { get; }

    /// <summary>How long to wait for a session to come free; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan AcquireTimeout { get; }

    /// <summary>How old a physical session may get; <see cref="TimeSpan.MaxValue"/> for no limit, as with the next two.</summary>
    public TimeSpan LifeTime { get; }

    /// <summary>How long one may lie idle that nobody is sure to need.</summary>
    public TimeSpan IdleTimeout { get; }

    /// <summary>How long one rests before it is pinged.</summary>
    public TimeSpan KeepaliveInterval { get; }

    public ResetMode Reset { get; }

    public ProbeMode Probe { get; }

    public SessionAffinity Affinity { get; }

    public bool CloseReturnsSession { get; }

    public bool TracesLeaks { get; }

    /// <summary>Waiting is a part of opening: whoever waited for all of its time has none left to open with.</summary>
    private static TimeSpan WithinOpening(int seconds, TimeSpan openTimeout)
    {
        if (seconds < 0)
            return openTimeout;

        TimeSpan acquireTimeout = TimeSpan.FromSeconds(seconds);
        return openTimeout != Timeout.InfiniteTimeSpan && acquireTimeout > openTimeout ? openTimeout : acquireTimeout;
    }

    private static TimeSpan LimitOf(uint seconds) => seconds == 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds);
}
