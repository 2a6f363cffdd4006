using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Aims;
using ResilientMySql.Benchmarks.Http.Counting;

namespace ResilientMySql.Benchmarks.Tests.Http.Aims;

/// <summary>Which results <c>./bench http --assert</c> fails for.</summary>
public sealed class HttpAimsTests
{
    /// <summary>What just suffices, where the default pool answers 1000 requests/s.</summary>
    private static readonly (HttpContender Contender, HttpSample Sample)[] Sufficient =
    [
        (HttpContender.GeneratedOnWire, HttpSamples.Of(2000, appCpu: 55, serverCpu: 55, bytes: 200)),
        (HttpContender.GeneratedOnDriver, HttpSamples.Of(1746)),
        (HttpContender.UnresetPoolPrepared, HttpSamples.Of(1800)),
        (HttpContender.UnresetPool, HttpSamples.Of(1340)),
        (HttpContender.HandWritten, HttpSamples.Of(1300)),
        (HttpContender.Unpooled, HttpSamples.Of(660)),
        (HttpContender.Dapper, HttpSamples.Of(1330)),
        (HttpContender.EntityFramework, HttpSamples.Of(1330)),
    ];

    [Theory]
    [InlineData(nameof(CityTable.Indexed), 1, 11)]
    [InlineData(nameof(CityTable.Indexed), 16, 13)]
    [InlineData(nameof(CityTable.Indexed), 4, 5)] // what is used is an aim for any number of callers
    [InlineData(nameof(CityTable.AsShipped), 1, 5)]
    [InlineData(nameof(CityTable.AsShipped), 8, 3)] // and so is that no request fails
    public void Reached_IsReached(string table, int callers, int count)
    {
        IReadOnlyList<CheckedAim> aims = Check(Enum.Parse<CityTable>(table), callers, Sufficient);

        Assert.Equal(count, aims.Count);
        Assert.All(aims, static aim => Assert.True(aim.IsReached, aim.ToString()));
    }

    [Theory]
    [InlineData(nameof(HttpContender.GeneratedOnWire), 1899, "at least 1.90 × the requests/s of MySqlConnector's pool")]
    [InlineData(nameof(HttpContender.UnresetPoolPrepared), 1819, "at least 1.10 × the requests/s of MySqlConnector's pool, never reset, prepared")]
    [InlineData(nameof(HttpContender.GeneratedOnDriver), 1745, "at least 0.97 × the requests/s of MySqlConnector's pool, never reset, prepared")]
    [InlineData(nameof(HttpContender.Unpooled), 667, "at least 3.00 × the requests/s of MySqlConnector, no pool")]
    [InlineData(nameof(HttpContender.HandWritten), 1299, "at least 1.30 × the requests/s of MySqlConnector's pool")]
    [InlineData(nameof(HttpContender.UnresetPool), 1341, "at least 0.97 × the requests/s of MySqlConnector's pool, never reset")]
    public void Missed_AtOneCaller_IsNamed(string contender, int requests, string aim) =>
        Assert.Contains(aim, MissedWith(CityTable.Indexed, 1, Enum.Parse<HttpContender>(contender), HttpSamples.Of(requests)));

    [Theory]
    [InlineData(nameof(HttpContender.GeneratedOnWire), 1699, "at least 1.70 × the requests/s of MySqlConnector's pool")]
    [InlineData(nameof(HttpContender.Dapper), 1334, "at least 1.50 × the requests/s of Dapper on MySqlConnector's pool")]
    [InlineData(nameof(HttpContender.EntityFramework), 1334, "at least 1.50 × the requests/s of EF Core on MySqlConnector's pool")]
    public void Missed_AtSixteenCallers_IsNamed(string contender, int requests, string aim) =>
        Assert.Contains(aim, MissedWith(CityTable.Indexed, 16, Enum.Parse<HttpContender>(contender), HttpSamples.Of(requests)));

    [Fact]
    public void FailedRequestOfOurs_IsNamed()
    {
        HttpSample failing = HttpSamples.Of(2000);
        failing = failing with { Load = failing.Load with { Failures = 3 } };

        Assert.Contains("no failed request", MissedWith(CityTable.Indexed, 4, HttpContender.HandWritten, failing));
        Assert.DoesNotContain("no failed request", MissedWith(CityTable.Indexed, 4, HttpContender.Unpooled, failing));
    }

    [Theory]
    [InlineData(1, nameof(HttpContender.GeneratedOnWire), 1399, "at least 1.40 × the requests/s of MySqlConnector's pool")]
    [InlineData(16, nameof(HttpContender.GeneratedOnWire), 1299, "at least 1.30 × the requests/s of MySqlConnector's pool")]
    [InlineData(1, nameof(HttpContender.Unpooled), 910, "at least 2.20 × the requests/s of MySqlConnector, no pool")]
    public void Missed_WithoutTheIndex_IsNamed(int callers, string contender, int requests, string aim) =>
        Assert.Contains(aim, MissedWith(CityTable.AsShipped, callers, Enum.Parse<HttpContender>(contender), HttpSamples.Of(requests)));

    [Theory]
    [InlineData(56, 55, 200, "at most 0.55 × the default pool's CPU, application and server together")]
    [InlineData(55, 55, 201, "at most 0.2 × the default pool's bytes in the application")]
    public void Use_AboveTheAim_IsNamed(double appCpu, double serverCpu, long bytes, string aim) => Assert.Equal(
        [aim], MissedWith(CityTable.Indexed, 8, HttpContender.GeneratedOnWire, HttpSamples.Of(2000, appCpu, serverCpu, bytes)));

    [Fact]
    public void Counts_AsAimed_AreReached() => Assert.All(
        CheckCounts(Wire(), HttpSamples.CountsOf(HttpContender.DefaultPool, 600, 1200, 1800, 0, 60_000)),
        static aim => Assert.True(aim.IsReached, aim.ToString()));

    [Theory]
    [InlineData(601, 600, 0, 18_000, "exactly 1 awaited round trip a request")]
    [InlineData(600, 599, 0, 18_000, "exactly 1 server command a request")]
    [InlineData(600, 600, 1, 18_000, "exactly 0 new connections a request")]
    [InlineData(600, 600, 0, 18_001, "at most 30 bytes to the server a request")]
    public void Counts_BesideTheAim_AreNamed(long roundTrips, long commands, long connections, long bytes, string aim) => Assert.Equal(
        [aim], CheckCounts(Wire(roundTrips, commands, connections, bytes)).Where(static each => !each.IsReached).Select(static each => each.Aim));

    private static RequestCounts Wire(long roundTrips = 600, long commands = 600, long connections = 0, long bytes = 18_000) =>
        HttpSamples.CountsOf(HttpContender.GeneratedOnWire, 600, roundTrips, commands, connections, bytes);

    private static IReadOnlyList<CheckedAim> CheckCounts(params RequestCounts[] counts) => HttpAims.Check([], counts);

    private static IEnumerable<string> MissedWith(CityTable table, int callers, HttpContender contender, HttpSample sample) =>
        Check(table, callers, [(contender, sample), .. Sufficient]).Where(static aim => !aim.IsReached).Select(static aim => aim.Aim);

    private static IReadOnlyList<CheckedAim> Check(CityTable table, int callers, (HttpContender Contender, HttpSample Sample)[] samples) =>
        HttpAims.Check([HttpSamples.ResultOf(table, callers, HttpSamples.Of(1000), samples)], []);
}
