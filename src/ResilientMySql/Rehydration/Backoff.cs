namespace ResilientMySql.Rehydration;

/// <summary>How long to wait between attempts: exponential with full jitter, so that many callers do not come back at once.</summary>
/// <remarks>Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.</remarks>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    /// <summary>The wait after the attempt of that number.</summary>
    /// <param name="attempt">One for the first attempt.</param>
    /// <param name="random">In [0, 1).</param>
    public static TimeSpan DelayAfter(int attempt, double random) => DelayAfter(attempt, random, First, Longest);

    /// <summary>The same for other bounds.</summary>
    public static TimeSpan DelayAfter(int attempt, double random, TimeSpan first, TimeSpan longest)
    {
        double ceiling = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 16)));
        return TimeSpan.FromMilliseconds(ceiling * random);
    }
}
