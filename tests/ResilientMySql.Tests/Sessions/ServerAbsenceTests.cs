using Microsoft.Extensions.Time.Testing;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class ServerAbsenceTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private readonly CountingTime _time = new();
    private readonly ServerAbsence _absence;

    public ServerAbsenceTests() => _absence = new ServerAbsence(_time, new AlmostOne());

    public static TheoryData<bool> Modes => [true, false];

    [Theory, MemberData(nameof(Modes))]
    public async Task End_WakesAllWhoWait(bool isAsync)
    {
        await MakeOldAsync(isAsync);
        Task[] waits = [Wait(isAsync), Wait(isAsync), Wait(isAsync)];
        Assert.DoesNotContain(waits, static wait => wait.IsCompleted);

        await EndAsync(waits);
    }

    [Theory, MemberData(nameof(Modes))]
    public async Task End_IsForgottenByThoseWhoComeLater(bool isAsync)
    {
        _absence.End();
        await MakeOldAsync(isAsync);
        Task first = Wait(isAsync);
        await EndAsync(first);

        Task second = Wait(isAsync);
        Assert.False(second.IsCompleted);
        await EndAsync(second);
    }

    [Theory]
    [InlineData(true, 0, 10)]
    [InlineData(false, 0, 10)]
    [InlineData(true, 20, 200)]
    [InlineData(false, 20, 200)]
    public async Task Turn_ComesLaterTheLongerTheServerIsAway(bool isAsync, int seconds, int milliseconds)
    {
        await MakeOldAsync(isAsync, seconds);
        Task wait = Wait(isAsync);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 2)); // timers count whole milliseconds
        Assert.False(wait.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(2));

        await wait;
    }

    [Theory, MemberData(nameof(Modes))]
    public async Task Turn_ComesNoLaterThanTheEndOfTheCallersTime(bool isAsync)
    {
        await Wait(isAsync, TimeSpan.Zero);

        Task wait = Wait(isAsync, TimeSpan.FromMilliseconds(2));
        _time.Advance(TimeSpan.FromMilliseconds(2));
        await wait;
    }

    [Theory, MemberData(nameof(Modes))]
    public async Task Cancelled_LeavesTheOthersWaiting(bool isAsync)
    {
        using var cancellation = new CancellationTokenSource();
        await MakeOldAsync(isAsync);
        Task cancelled = Wait(isAsync, cancellationToken: cancellation.Token);
        Task other = Wait(isAsync);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(other.IsCompleted);
        await EndAsync(other);
    }

    /// <summary>The next turn comes after a hundredth of that.</summary>
    private async Task MakeOldAsync(bool isAsync, int seconds = 20)
    {
        Task wait = Wait(isAsync, TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await wait;
    }

    /// <summary>The server is back: those who waited come in over 5 ms for each of them.</summary>
    private async Task EndAsync(params Task[] waits)
    {
        int timers = _time.Timers;
        _absence.End();
        while (_time.Timers < timers + waits.Length)
            await Task.Delay(1); // they find out on threads of their own

        _time.Advance(TimeSpan.FromMilliseconds(15));
        await Task.WhenAll(waits);
    }

    /// <summary>Returns when the wait has begun.</summary>
    private Task Wait(bool isAsync, TimeSpan? left = null, CancellationToken cancellationToken = default)
    {
        if (isAsync)
            return _absence.WaitAsync<AsyncIo>(left ?? Long, cancellationToken).AsTask();

        int timers = _time.Timers;
        Task wait = Task.Factory.StartNew(
            () => _absence.WaitAsync<SyncIo>(left ?? Long, cancellationToken).Unwrap(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        SpinWait.SpinUntil(() => wait.IsCompleted || _time.Timers > timers);
        return wait;
    }

    /// <summary>Every wait is as long as it can be.</summary>
    private sealed class AlmostOne : Random
    {
        protected override double Sample() => 0.999;
    }

    /// <summary>Tells when a synchronous wait has begun.</summary>
    private sealed class CountingTime : FakeTimeProvider
    {
        private int _timers;

        public int Timers => Volatile.Read(ref _timers);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _timers);
            return timer;
        }
    }
}
