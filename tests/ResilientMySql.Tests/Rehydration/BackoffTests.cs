using ResilientMySql.Rehydration;

namespace ResilientMySql.Tests.Rehydration;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(5, 160)]
    [InlineData(6, 250)]
    [InlineData(int.MaxValue, 250)]
    public void Ceiling_DoublesUpToItsBound(int attempt, double milliseconds)
    {
        Assert.Equal(TimeSpan.Zero, Backoff.DelayAfter(attempt, 0));
        Assert.Equal(milliseconds / 2, Backoff.DelayAfter(attempt, 0.5).TotalMilliseconds);
    }

    [Theory]
    [InlineData(0, 1, 10)]
    [InlineData(900, 1, 10)]
    [InlineData(2_000, 1, 20)]
    [InlineData(2_000, 16, 320)]
    [InlineData(25_000, 1, 250)]
    [InlineData(3_600_000, 1, 250)]
    [InlineData(3_600_000, 3, 750)]
    [InlineData(0, 128, 1_000)]
    [InlineData(3_600_000, int.MaxValue, 1_000)]
    public void CeilingWhileAway_IsAShareOfTheAbsenceForEachOfThoseWhoWait(double away, int waiting, double milliseconds)
    {
        TimeSpan absence = TimeSpan.FromMilliseconds(away);

        Assert.Equal(TimeSpan.Zero, Backoff.WhileAway(absence, waiting, 0));
        Assert.Equal(milliseconds / 2, Backoff.WhileAway(absence, waiting, 0.5).TotalMilliseconds);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(16, 80)]
    [InlineData(50, 250)]
    [InlineData(int.MaxValue, 250)]
    public void CeilingAfterReturn_IsAnEntryForEachOfThoseWhoWaited(int waiting, double milliseconds)
    {
        Assert.Equal(TimeSpan.Zero, Backoff.AfterReturn(waiting, 0));
        Assert.Equal(milliseconds / 2, Backoff.AfterReturn(waiting, 0.5).TotalMilliseconds);
    }
}
