using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Http.Distance;

namespace ResilientMySql.Benchmarks.Tests.Http.Distance;

/// <summary>Which results <c>./bench distance --assert</c> fails for.</summary>
public sealed class DistanceAimsTests
{
    [Theory]
    [InlineData(1, 1, 1750, true)]
    [InlineData(1, 1, 1749, false)]
    [InlineData(5, 1, 1850, true)]
    [InlineData(5, 1, 1849, false)]
    public void OneCaller_IsHeldToTheAim(double milliseconds, int callers, int requests, bool isReached) =>
        Assert.Equal(isReached, Assert.Single(Check(milliseconds, callers, requests)).IsReached);

    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(1, 16)]
    public void ElsewhereNothingIsAimedAt(double milliseconds, int callers) => Assert.Empty(Check(milliseconds, callers, requests: 1));

    private static IReadOnlyList<CheckedAim> Check(double milliseconds, int callers, int requests)
    {
        HttpResult result = HttpSamples.ResultOf(CityTable.Indexed, callers, HttpSamples.Of(1000), (HttpContender.GeneratedOnWire, HttpSamples.Of(requests)));
        return DistanceAims.Check([new DistanceResult(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.Zero, result)]);
    }
}
