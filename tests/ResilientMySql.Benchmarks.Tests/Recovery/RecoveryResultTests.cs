using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Recovery;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Recovery;

/// <summary>What shows only where the contenders are beside each other.</summary>
public sealed class RecoveryResultTests
{
    /// <summary>Before the kill, the driver's pool takes 2 ms, and everybody else 1 ms.</summary>
    [Theory]
    [InlineData(nameof(RecoveryContender.DriverPool))]
    [InlineData(nameof(RecoveryContender.GeneratedQuery))]
    public void Delayed_AreAnswersThatTakeMoreThanTenTimesTheDriverPools(string contender)
    {
        var result = new RecoveryResult(
            new Cell(ServerEngine.MySql, CallMode.Async, 16),
            [.. RecoveryContenders.All.Select(each => SeriesOf(each, each is RecoveryContender.DriverPool ? 2 : 1))]);

        Assert.Equal(2, result.DelayedOf(result[Enum.Parse<RecoveryContender>(contender)]));
    }

    /// <summary>Two outages with the same answers since.</summary>
    private static RecoverySeries SeriesOf(RecoveryContender contender, int usual) => new(contender, [.. Enumerable.Repeat(
        new RecoverySample
        {
            Outage = TimeSpan.FromSeconds(1),
            Failed = 0,
            Usual = TimeSpan.FromMilliseconds(usual),
            Answered = [TimeSpan.FromMilliseconds(15), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(21)],
            FirstSuccess = null,
            ThroughputIsBack = null,
            Longest = TimeSpan.FromSeconds(1),
        },
        2)]);
}
