using ResilientMySql.Benchmarks.Wire;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>What becomes of a contender's turns.</summary>
public sealed class WireSeriesTests
{
    private readonly WireSeries _driver = SeriesOf(10, 20, 40);

    [Fact]
    public void Ratio_IsOfMedians_BesideThoseOfTheRounds()
    {
        var ratio = SeriesOf(10, 5, 30).CpuOver(_driver);

        Assert.Equal((0.5, 0.25, 1), (ratio.Middle, ratio.Lowest, ratio.Highest));
    }

    [Fact]
    public void Bytes_AreOfAllTurns()
    {
        var series = new WireSeries(WireContender.WireConnection, [Samples.Of(cpu: 1), Samples.Of(cpu: 1, bytes: 1000, collections: 1)]);

        Assert.Equal((0.5, 1), (series.BytesPerCall, series.Collections));
    }

    [Fact]
    public void TurnsThatCompiled_AreCounted()
    {
        var series = new WireSeries(WireContender.WireConnection, [Samples.Of(cpu: 1), Samples.Of(cpu: 1) with { Compiled = 3 }]);

        Assert.Equal(1, series.Unsettled);
    }

    private static WireSeries SeriesOf(params double[] cpu) => new(WireContender.Driver, [.. cpu.Select(static each => Samples.Of(each))]);
}
