namespace ResilientMySql.Calls;

/// <summary>
/// The one deadline over everything that happens inside a call, and what the call has spent so far. Made when the first thing
/// goes wrong: a healthy call only notes when it started.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="start">The clock's timestamp when the call started.</param>
/// <param name="recoveryTimeout">How long recovery may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
/// <param name="callTimeout">How long the whole call may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
/// <param name="waited">How much of the recovery time was spent before, waiting for a session.</param>
internal sealed class CallBudget(TimeProvider time, long start, TimeSpan recoveryTimeout, TimeSpan callTimeout, TimeSpan waited = default)
{
    // Time spent executing before the first failure does not count against recovery; time spent waiting for a session does.
    private readonly TimeSpan _recoveryStart = time.GetElapsedTime(start) - waited;

    public TimeProvider Time => time;

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    /// <summary>How many times a new session was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many times the statement was sent again though it may have run.</summary>
    public int Reruns { get; private set; }

    /// <summary>
    /// Time left for opening and replaying, never more than the whole call has left, never negative;
    /// <see cref="TimeSpan.MaxValue"/> for no limit.
    /// </summary>
    public TimeSpan RecoveryLeft
    {
        get
        {
            TimeSpan elapsed = Elapsed;
            TimeSpan recovery = Left(recoveryTimeout, elapsed - _recoveryStart);
            TimeSpan call = Left(callTimeout, elapsed);
            return recovery < call ? recovery : call;
        }
    }

    /// <summary>Time left for the whole call, never negative; <see cref="TimeSpan.MaxValue"/> for no limit.</summary>
    public TimeSpan CallLeft => Left(callTimeout, Elapsed);

    /// <summary>The same in whole seconds, as the driver counts, never 0; 0 where <paramref name="timeout"/> is, for no limit.</summary>
    public int SecondsLeft(int timeout) => timeout == 0 ? 0 : (int)Math.Max(1, Math.Ceiling(CallLeft.TotalSeconds));

    public void CountAttempt() => Attempts++;

    public void CountRerun() => Reruns++;

    private static TimeSpan Left(TimeSpan timeout, TimeSpan elapsed)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
            return TimeSpan.MaxValue;

        return elapsed < timeout ? timeout - elapsed : TimeSpan.Zero;
    }
}
