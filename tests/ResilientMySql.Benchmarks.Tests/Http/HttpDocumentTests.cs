using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Aims;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>What the document says.</summary>
public sealed class HttpDocumentTests
{
    private static readonly HttpPlan Plan = HttpPlan.Of(new BenchmarkOptions());

    private readonly string _document = HttpDocument.Of(
        [
            HttpSamples.ResultOf(CityTable.Indexed, 16, HttpSamples.Of(1000), (HttpContender.GeneratedOnWire, HttpSamples.Of(2500, appCpu: 40, bytes: 900))),
            HttpSamples.ResultOf(CityTable.AsShipped, 1, HttpSamples.Of(500)),
        ],
        [HttpSamples.CountsOf(HttpContender.DefaultPool, requests: 600, roundTrips: 1200, commands: 1800, connections: 0, bytes: 60_000)],
        [new CheckedAim("somewhere", "at least 2 ×", "2.50 ×", true), new CheckedAim("elsewhere", "at least 2 ×", "1.00 ×", false)],
        Plan,
        ["MySql 9"]);

    [Fact]
    public void Contender_HasItsRow() => Assert.Contains(
        "| ResilientMySql, generated, Wire=Auto | 2,500 | 2.50 (2.50–2.50) | 0 | 0 | 40 + 100 | 0.70 (0.70–0.70) | 900 | -100 | 0.00 | 0.00 |",
        _document,
        StringComparison.Ordinal);

    [Fact]
    public void Counts_HaveTheirs() => Assert.Contains("| MySql | MySqlConnector's pool | 2.00 | 3.00 | 0.00 | 100.00 |", _document, StringComparison.Ordinal);

    [Fact]
    public void Aims_AreListed()
    {
        Assert.Contains("1 of 2 are reached", _document, StringComparison.Ordinal);
        Assert.Contains("| elsewhere | at least 2 × | 1.00 × | **no** |", _document, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_IsLinked() => Assert.Contains("](http.svg)", _document, StringComparison.Ordinal);
}
