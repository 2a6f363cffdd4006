using Microsoft.Extensions.Time.Testing;
using ResilientMySql.Calls;

namespace ResilientMySql.Tests.Calls;

public sealed class CallBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void RecoveryTime_CountsFromTheFirstFailure()
    {
        long start = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(100));
        var budget = new CallBudget(_time, start, TimeSpan.FromSeconds(15), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(10), budget.RecoveryLeft);
        Assert.Equal(TimeSpan.MaxValue, budget.CallLeft);
        Assert.Equal(TimeSpan.FromSeconds(105), budget.Elapsed);
    }

    [Fact]
    public void CallTimeout_BoundsRecoveryToo()
    {
        long start = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(8));
        var budget = new CallBudget(_time, start, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(2), budget.RecoveryLeft);
        Assert.Equal(TimeSpan.FromSeconds(2), budget.CallLeft);
    }

    [Fact]
    public void UsedUp_IsNeverNegative()
    {
        var budget = new CallBudget(_time, _time.GetTimestamp(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.Zero, budget.RecoveryLeft);
        Assert.Equal(TimeSpan.Zero, budget.CallLeft);
    }

    [Fact]
    public void NoLimits_LeaveForEver()
    {
        var budget = new CallBudget(_time, _time.GetTimestamp(), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((TimeSpan.MaxValue, TimeSpan.MaxValue), (budget.RecoveryLeft, budget.CallLeft));
    }
}
