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
}
