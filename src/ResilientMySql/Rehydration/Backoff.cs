namespace ResilientMySql.Rehydration;

/// <summary>How long to wait between attempts: with full jitter, so that many callers do not come back at once.</summary>
/// <remarks>Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.</remarks>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    // Whoever has waited ten seconds does not mind a tenth of one.
    private const double ShareOfAbsence = 0.01;

    // Those who share the work may all give up before the last of them.
    private static readonly TimeSpan LongestShared = TimeSpan.FromSeconds(1);

    // About what a server of two cores takes to let a session in, with nothing cached after its start.
    private static readonly TimeSpan Entry = TimeSpan.FromMilliseconds(5);

    /// <summary>The wait after the attempt of that number, exponential.</summary>
    /// <param name="attempt">One for the first attempt.</param>
    /// <param name="random">In [0, 1).</param>
    public static TimeSpan DelayAfter(int attempt, double random) => DelayAfter(attempt, random, First, Longest);

    /// <summary>The same for other bounds.</summary>
    public static TimeSpan DelayAfter(int attempt, double random, TimeSpan first, TimeSpan longest)
    {
        double ceiling = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 16)));
        return TimeSpan.FromMilliseconds(ceiling * random);
    }

    /// <summary>
    /// The wait of one of several who look for a server that is away: together they try it about as often as one alone would, so as
    /// to find it back within a hundredth of the time that it was away.
    /// </summary>
    /// <param name="away">For how long nobody has reached it.</param>
    /// <param name="waiting">How many wait, the caller included.</param>
    /// <param name="random">In [0, 1).</param>
    public static TimeSpan WhileAway(TimeSpan away, int waiting, double random)
    {
        double alone = Math.Clamp(away.TotalMilliseconds * ShareOfAbsence, First.TotalMilliseconds, Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Min(LongestShared.TotalMilliseconds, alone * waiting) * random);
    }

    /// <summary>The wait of one of several once the server is back, so that the first ones are answered before the last ones come in.</summary>
    /// <param name="waiting">How many waited, the caller included.</param>
    /// <param name="random">In [0, 1).</param>
    public static TimeSpan AfterReturn(int waiting, double random) =>
        TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, Entry.TotalMilliseconds * waiting) * random);
}
