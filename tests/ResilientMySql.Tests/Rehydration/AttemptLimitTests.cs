using ResilientMySql.Rehydration;

namespace ResilientMySql.Tests.Rehydration;

public sealed class AttemptLimitTests
{
    [Theory]
    [InlineData(15, 0, 5)]
    [InlineData(10, 0, 5)]
    [InlineData(80, 0, 5)]
    [InlineData(75, 1, 10)]
    [InlineData(65, 2, 20)]
    public void MuchLeft_AttemptsGetTwiceAsMuchEachTime(double left, int expiredCount, double limit) =>
        Assert.Equal(TimeSpan.FromSeconds(limit), AttemptLimit.For(TimeSpan.FromSeconds(left), expiredCount));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(9.9, 0)]
    [InlineData(9.9, 1)]
    [InlineData(45, 3)]
    [InlineData(86_400, int.MaxValue)]
    public void LittleLeft_AttemptGetsAllOfIt(double left, int expiredCount) =>
        Assert.Equal(TimeSpan.FromSeconds(left), AttemptLimit.For(TimeSpan.FromSeconds(left), expiredCount));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 40)]
    [InlineData(int.MaxValue, 5 * 65_536)]
    public void NoLimitForAll_EachAttemptHasOne(int expiredCount, double limit) =>
        Assert.Equal(TimeSpan.FromSeconds(limit), AttemptLimit.For(TimeSpan.MaxValue, expiredCount));

    /// <summary>A server that needs as long each time is opened where there is three times as long for it.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(26)]
    [InlineData(300)]
    public void SlowServer_GetsItsTimeOutOfThreeTimesAsMuch(double needed)
    {
        TimeSpan left = TimeSpan.FromSeconds(needed * 3);
        for (int expiredCount = 0; AttemptLimit.For(left, expiredCount) is var limit && limit.TotalSeconds < needed; expiredCount++)
        {
            left -= limit;
            Assert.True(left > TimeSpan.Zero);
        }
    }
}
