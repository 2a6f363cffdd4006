using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Recovery;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Recovery;

/// <summary>Which results <c>./bench recovery --assert</c> fails for.</summary>
public sealed class RecoveryAimsTests
{
    [Theory]
    [InlineData(16, 0, 20)]
    [InlineData(1, 3, 100)] // there is no aim for 1 caller
    public void Met_IsQuiet(int callers, int failed, double milliseconds) => Assert.Empty(MissedBy(callers, failed, milliseconds));

    [Theory]
    [InlineData(1, 20, "1 requests failed; the aim is none")]
    [InlineData(0, 20.1, "first success 20.1 ms after the server accepts; the aim is 20 ms at most")]
    public void Missed_IsNamed(int failed, double milliseconds, string expected) =>
        Assert.Equal([$"MySql, async, 16 callers, (c) ResilientMySql, generated query: {expected}"], MissedBy(16, failed, milliseconds));

    [Fact]
    public void FirstSuccess_IsTheMedianOfTheOutages() =>
        Assert.Equal(TimeSpan.FromMilliseconds(5), SeriesOf(RecoveryContender.DriverPool, Sample(0, 5), Sample(0, 100), Sample(0, 1)).FirstSuccess);

    [Fact]
    public void NeverAnsweredAgain_IsMissed() =>
        Assert.Equal(TimeSpan.MaxValue, SeriesOf(RecoveryContender.DriverPool, Sample(0, null)).FirstSuccess);

    /// <summary>By the generated query; there is no aim for the driver's pool, and the others meet theirs.</summary>
    private static IReadOnlyList<string> MissedBy(int callers, int failed, double milliseconds) => RecoveryAims.MissedBy([
        new RecoveryResult(new Cell(ServerEngine.MySql, CallMode.Async, callers), [.. RecoveryContenders.All.Select(contender => contender switch
        {
            RecoveryContender.GeneratedQuery => SeriesOf(contender, Sample(failed, milliseconds)),
            RecoveryContender.OpenAndClose => SeriesOf(contender, Sample(0, 0)),
            _ => SeriesOf(contender, Sample(1000, null)),
        })]),
    ]);

    private static RecoverySeries SeriesOf(RecoveryContender contender, params RecoverySample[] samples) => new(contender, samples);

    private static RecoverySample Sample(int failed, double? milliseconds) => new()
    {
        Outage = TimeSpan.FromSeconds(1),
        Failed = failed,
        Usual = TimeSpan.FromMilliseconds(1),
        Answered = [],
        FirstSuccess = milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null,
        ThroughputIsBack = null,
        Longest = TimeSpan.FromSeconds(1),
    };
}
