namespace ResilientMySql.Integration.Sessions;

/// <summary>Counts what many callers do at once, and lets a test wait until they have done more of it.</summary>
internal sealed class Tally
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    /// <exception cref="TimeoutException">It did not.</exception>
    public async Task RiseByAsync(int more, TimeSpan limit)
    {
        int target = Count + more;
        long start = TimeProvider.System.GetTimestamp();
        while (Count < target)
        {
            if (TimeProvider.System.GetElapsedTime(start) > limit)
                throw new TimeoutException($"{Count} of {target} after {limit}.");

            await Task.Delay(5);
        }
    }
}
