using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>What the picture shows.</summary>
public sealed class HttpChartTests
{
    [Fact]
    public void Everybody_IsShown_WithTheIndex_ButForTheFloor()
    {
        BarChart chart = HttpChart.Of([
            HttpSamples.ResultOf(CityTable.Indexed, 1, HttpSamples.Of(1000), (HttpContender.Unpooled, HttpSamples.Of(250))),
            HttpSamples.ResultOf(CityTable.AsShipped, 1, HttpSamples.Of(500)),
        ]);

        Assert.Equal(["1 caller"], chart.Series);
        Assert.Equal(Enum.GetValues<HttpContender>().Length - 1, chart.Groups.Count);
        Assert.Equal([0.25], chart.Groups[0].Values);
    }
}
