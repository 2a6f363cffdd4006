using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Overhead;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Overhead;

/// <summary>What becomes of the rounds of <c>./bench overhead</c>.</summary>
public sealed class OverheadResultTests
{
    [Fact]
    public void Ratio_IsTheMedianOfTheRounds()
    {
        Ratio ratio = Of([new(100, 100, 90), new(200, 200, 210), new(100, 100, 130)]).WrapperOverRaw;

        Assert.Equal((1.05, 0.9, 1.3), (ratio.Middle, ratio.Lowest, ratio.Highest));
    }

    [Theory]
    [InlineData(125, 100)]
    [InlineData(100, 125)]
    public void NoiseFloor_KnowsNoFirst(double raw, double control) => Assert.Equal(1.25, Of([new(raw, control, 100)]).NoiseFloor);

    [Fact]
    public void NoiseFloor_LeavesTheWorstOfManyOut() => Assert.Equal(
        1.02, Of([new(100, 900, 100), new(100, 102, 100), .. Enumerable.Repeat(new OverheadRound(100, 101, 100), 19)]).NoiseFloor);

    [Fact]
    public void NoiseFloor_IsTheWorstOfFew() => Assert.Equal(1.05, Of([new(100, 101, 100), new(100, 105, 100), new(100, 100, 100)]).NoiseFloor);

    private static OverheadResult Of(OverheadRound[] rounds) =>
        new(ServerEngine.MySql, CallMode.Sync, OverheadOperation.Scalar, rounds, RawBytes: 0, WrapperBytes: 0);
}
