using ResilientMySql.Benchmarks.Load;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Load;

/// <summary>Medians over rounds, and ratios of them.</summary>
public sealed class SeriesTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7.0)]
    public void Median_IsTheMiddle(double[] values, double expected) => Assert.Equal(expected, values.Median());

    [Fact]
    public void Ratio_IsThatOfTheMedians_BetweenThoseOfTheRounds()
    {
        Series slow = Of(100, 200, 400);
        Series fast = Of(300, 400, 500);

        Assert.Equal(new Ratio(2, 1.25, 3), fast.Over(slow));
        Assert.Equal("2.00 (1.25–3.00)", fast.Over(slow).ToString());
    }

    [Fact]
    public void Latencies_AreThoseOfAllCallers()
    {
        (CallerLog one, CallerLog other) = (new CallerLog(from: 10, end: 2_000), new CallerLog(from: 10, end: 2_000));
        for (int i = 1; i <= 99; i++)
            one.Answered(sent: 100, answered: 100 + i);

        one.Answered(sent: 0, answered: 9); // warming up
        other.Answered(sent: 0, answered: 3_000); // too late to count, and yet somebody waited for it

        RoundResult result = RoundResult.Of([one, other], TimeSpan.FromSeconds(1));

        Assert.Equal((99.0, 101L), (result.RequestsPerSecond, result.Requests));
        Assert.Equal(System.Diagnostics.Stopwatch.GetElapsedTime(0, 51), result.P50);
        Assert.Equal(System.Diagnostics.Stopwatch.GetElapsedTime(0, 3_000), result.P99);
    }

    private static Series Of(params double[] rates) => new(
        new Cell(ServerEngine.MySql, CallMode.Sync, 1),
        "somebody",
        [.. rates.Select(static rate => new RoundResult { RequestsPerSecond = rate, P50 = TimeSpan.Zero, P99 = TimeSpan.Zero, Requests = (long)rate })]);
}
