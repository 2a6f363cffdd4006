namespace ResilientMySql.Sessions;

/// <summary>How often generated queries have gone past the driver, and why not. Written by one call at a time, read at any time.</summary>
internal sealed class WireCounts
{
    private readonly long[] _through = new long[Enum.GetValues<WireObstacle>().Length];
    private long _past;

    /// <summary>Executions past the driver.</summary>
    public long Past => Volatile.Read(ref _past);

    /// <summary>Executions through the driver, for that reason.</summary>
    public long ThroughDriver(WireObstacle obstacle) => Volatile.Read(ref _through[(int)obstacle]);

    public void CountPast() => Volatile.Write(ref _past, _past + 1);

    public void CountThroughDriver(WireObstacle obstacle)
    {
        ref long count = ref _through[(int)obstacle];
        Volatile.Write(ref count, count + 1);
    }

    /// <summary>Takes the counts of a session that goes, or is added up.</summary>
    public void Add(WireCounts other)
    {
        _past += other.Past;
        for (int i = 0; i < _through.Length; i++)
            _through[i] += other.ThroughDriver((WireObstacle)i);
    }
}
