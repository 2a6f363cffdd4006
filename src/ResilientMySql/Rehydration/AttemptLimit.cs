namespace ResilientMySql.Rehydration;

/// <summary>
/// How long one of several attempts to open may take. A server that has accepted a connection and then says nothing on it, as
/// one does that is just starting or ending, answers the next connection: no single attempt may use up all the time.
/// </summary>
internal static class AttemptLimit
{
    // Ten times what a server on the other side of the world takes, with TLS and a password that it must ask for.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);

    // 5 s more than a thousand times doubled is more than the driver counts.
    private const int MostDoublings = 16;

    /// <summary>
    /// What an attempt gets: twice as much as the last one that came to nothing, so that a server that is slow each time gets
    /// its time; and all there is where not as much again would be left for another attempt.
    /// </summary>
    /// <param name="left">What is left for all attempts; <see cref="TimeSpan.MaxValue"/> for no limit.</param>
    /// <param name="expiredCount">How many attempts were cut short before.</param>
    public static TimeSpan For(TimeSpan left, int expiredCount)
    {
        TimeSpan limit = First * (1 << Math.Min(expiredCount, MostDoublings));
        return left - limit >= limit ? limit : left;
    }
}
