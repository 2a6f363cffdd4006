using System.Collections.Immutable;

namespace ResilientMySql.Sessions;

/// <summary>What has happened to a pool's sessions since it was made. Thread-safe.</summary>
internal sealed class SessionCounters
{
    private readonly long[] _rehydrations = new long[Enum.GetValues<RehydrationCause>().Length];
    private readonly long[] _refusals = new long[Enum.GetValues<LossCause>().Length];
    private long _opened;
    private long _closed;
    private long _resets;
    private long _failedRehydrations;
    private long _unknownOutcomes;
    private long _leaks;

    public long Opened => Volatile.Read(ref _opened);

    public long Closed => Volatile.Read(ref _closed);

    public long Resets => Volatile.Read(ref _resets);

    public long FailedRehydrations => Volatile.Read(ref _failedRehydrations);

    public long UnknownOutcomes => Volatile.Read(ref _unknownOutcomes);

    public long Leaks => Volatile.Read(ref _leaks);

    public ImmutableArray<long> Refusals => [.. _refusals];

    public long RehydrationsBy(RehydrationCause cause) => Volatile.Read(ref _rehydrations[(int)cause]);

    public void CountOpened() => Interlocked.Increment(ref _opened);

    public void CountClosed() => Interlocked.Increment(ref _closed);

    public void CountReset() => Interlocked.Increment(ref _resets);

    public void CountRehydration(RehydrationCause cause) => Interlocked.Increment(ref _rehydrations[(int)cause]);

    public void CountFailedRehydration() => Interlocked.Increment(ref _failedRehydrations);

    public void CountLeak() => Interlocked.Increment(ref _leaks);

    public void CountRefusal(LossCause cause, ExecutionOutcome outcome)
    {
        Interlocked.Increment(ref _refusals[(int)cause]);
        if (outcome is ExecutionOutcome.Unknown)
            Interlocked.Increment(ref _unknownOutcomes);
    }
}
