using System.Diagnostics;
using ResilientMySql.Benchmarks.Recovery;

namespace ResilientMySql.Benchmarks.Tests.Recovery;

/// <summary>What a log of requests says of an outage: killed after a second, started again after two, accepting after three.</summary>
public sealed class RecoverySampleTests
{
    [Fact]
    public void Failed_AreThoseSinceTheKill() => Assert.Equal(2, SampleOf(
        Request(sent: 500, ended: 501, hasFailed: true),
        Request(sent: 1000, ended: 1001, hasFailed: true),
        Request(sent: 1500, ended: 1501, hasFailed: true)).Failed);

    [Fact]
    public void Usual_IsTheMedianBeforeTheKill() => Assert.Equal(TimeSpan.FromMilliseconds(1), SampleOf(Request(sent: 1000, ended: 2000)).Usual);

    [Fact]
    public void Answered_AreThoseSinceTheKill_ThatHaveNotFailed() => Assert.Equal(
        [TimeSpan.FromMilliseconds(11)],
        SampleOf(Request(sent: 3000, ended: 3011), Request(sent: 3000, ended: 3012, hasFailed: true)).Answered);

    [Fact]
    public void FirstSuccess_CountsFromTheGreeting() => Assert.Equal(
        TimeSpan.FromMilliseconds(7), SampleOf(Request(sent: 1000, ended: 3007), Request(sent: 1000, ended: 3005, hasFailed: true)).FirstSuccess);

    [Fact]
    public void AnsweredBeforeTheObserverIsGreeted_FirstSuccessIsAtOnce() =>
        Assert.Equal(TimeSpan.Zero, SampleOf(Request(sent: 1000, ended: 2999)).FirstSuccess);

    [Fact]
    public void AnswerOfTheFormerLife_IsNoSuccess() => Assert.Null(SampleOf(Request(sent: 999, ended: 1001)).FirstSuccess);

    /// <summary>Before the kill there is an answer every 10 ms: nine in a tenth of a second are enough.</summary>
    [Theory]
    [InlineData(8, null)]
    [InlineData(9, 300)]
    public void ThroughputIsBack_WhenABucketIsFullEnough(int answers, int? milliseconds)
    {
        OutageRequest[] requests = [.. Enumerable.Range(0, answers).Select(static i => Request(sent: 3200, ended: 3200 + i))];

        Assert.Equal(milliseconds is { } known ? TimeSpan.FromMilliseconds(known) : null, SampleOf(requests).ThroughputIsBack);
    }

    [Fact]
    public void Longest_MayHaveFailed() =>
        Assert.Equal(TimeSpan.FromSeconds(2), SampleOf(Request(sent: 1000, ended: 3000, hasFailed: true), Request(sent: 2000, ended: 3001)).Longest);

    [Fact]
    public void NobodyAnsweredBeforeTheKill_IsNoMeasurement() =>
        Assert.Throws<InvalidOperationException>(() => RecoverySample.Of(LogOf([])));

    /// <summary>With an answer every 10 ms before the kill.</summary>
    private static RecoverySample SampleOf(params OutageRequest[] requests) =>
        RecoverySample.Of(LogOf([.. Enumerable.Range(0, 100).Select(static i => Request(sent: 10 * i, ended: (10 * i) + 1)), .. requests]));

    private static OutageLog LogOf(OutageRequest[] requests) => new()
    {
        Requests = requests,
        Settled = At(0),
        Killed = At(1000),
        Restarted = At(2000),
        Accepted = At(3000),
    };

    private static OutageRequest Request(int sent, int ended, bool hasFailed = false) => new(At(sent), At(ended), hasFailed);

    private static long At(int milliseconds) => milliseconds * (Stopwatch.Frequency / 1000);
}
