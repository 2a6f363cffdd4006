namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>Real time without the pool's rounds: idle sessions are to be found dead by the call that meets them, and not before.</summary>
internal sealed class CallersOwnTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, period == Timeout.InfiniteTimeSpan ? dueTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
