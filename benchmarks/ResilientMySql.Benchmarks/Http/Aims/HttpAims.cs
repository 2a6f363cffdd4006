using ResilientMySql.Benchmarks.Http.Counting;
using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Http.Aims;

/// <summary>What is aimed at in the experiment over HTTP, held against what came out.</summary>
internal static class HttpAims
{
    private const double MostCpu = 0.55;
    private const double MostBytes = 0.2;
    private const double MostBytesToServer = 30;

    private static readonly HttpContender[] Ours = [HttpContender.HandWritten, HttpContender.GeneratedOnDriver, HttpContender.GeneratedOnWire];

    private static readonly RateAim[] Rates =
    [
        new(HttpContender.GeneratedOnWire, HttpContender.DefaultPool, CityTable.Indexed, 1, 1.9),
        new(HttpContender.GeneratedOnWire, HttpContender.DefaultPool, CityTable.Indexed, 16, 1.7),
        new(HttpContender.GeneratedOnWire, HttpContender.DefaultPool, CityTable.AsShipped, 1, 1.4),
        new(HttpContender.GeneratedOnWire, HttpContender.DefaultPool, CityTable.AsShipped, 16, 1.3),
        new(HttpContender.GeneratedOnWire, HttpContender.UnresetPoolPrepared, CityTable.Indexed, 1, 1.1),
        new(HttpContender.GeneratedOnWire, HttpContender.UnresetPoolPrepared, CityTable.Indexed, 16, 1.1),
        new(HttpContender.GeneratedOnDriver, HttpContender.UnresetPoolPrepared, CityTable.Indexed, 1, 0.97),
        new(HttpContender.GeneratedOnDriver, HttpContender.UnresetPoolPrepared, CityTable.Indexed, 16, 0.97),
        new(HttpContender.GeneratedOnWire, HttpContender.Unpooled, CityTable.Indexed, 1, 3),
        new(HttpContender.GeneratedOnWire, HttpContender.Unpooled, CityTable.Indexed, 16, 3),
        new(HttpContender.GeneratedOnWire, HttpContender.Unpooled, CityTable.AsShipped, 1, 2.2),
        new(HttpContender.GeneratedOnWire, HttpContender.Unpooled, CityTable.AsShipped, 16, 2.2),
        new(HttpContender.GeneratedOnWire, HttpContender.Dapper, CityTable.Indexed, 16, 1.5),
        new(HttpContender.GeneratedOnWire, HttpContender.EntityFramework, CityTable.Indexed, 16, 1.5),
        new(HttpContender.HandWritten, HttpContender.DefaultPool, CityTable.Indexed, 1, 1.3),
        new(HttpContender.HandWritten, HttpContender.DefaultPool, CityTable.Indexed, 16, 1.3),
        new(HttpContender.HandWritten, HttpContender.UnresetPool, CityTable.Indexed, 1, 0.97),
        new(HttpContender.HandWritten, HttpContender.UnresetPool, CityTable.Indexed, 16, 0.97),
    ];

    /// <summary>The aims that these results say something of.</summary>
    public static IReadOnlyList<CheckedAim> Check(IReadOnlyList<HttpResult> results, IEnumerable<RequestCounts> counts) =>
    [
        .. counts.SelectMany(Check),
        .. results.SelectMany(static result => Rates.Select(aim => aim.Check(result)).OfType<CheckedAim>()),
        .. results.Where(static result => result.Cell.Table is CityTable.Indexed).SelectMany(CheckUse),
        .. results.SelectMany(CheckFailures),
    ];

    private static IEnumerable<CheckedAim> Check(RequestCounts counts)
    {
        string who = $"{counts.Engine}, {HttpContenders.NameOf(counts.Contender)}";
        switch (counts.Contender)
        {
            case HttpContender.GeneratedOnWire:
                yield return Exactly(who, 1, "awaited round trip", counts.RoundTrips);
                yield return Exactly(who, 1, "server command", counts.Commands);
                yield return Exactly(who, 0, "new connections", counts.Connections);
                yield return AtMost(who, $"{MostBytesToServer} bytes to the server", counts.BytesToServer, MostBytesToServer);
                break;
            case HttpContender.DefaultPool:
                yield return Exactly(who, 2, "awaited round trips", counts.RoundTrips);
                yield return Exactly(who, 3, "server commands", counts.Commands);
                break;
        }
    }

    private static IEnumerable<CheckedAim> CheckUse(HttpResult result)
    {
        HttpSeries wire = result[HttpContender.GeneratedOnWire];
        HttpSeries pool = result[HttpContender.DefaultPool];
        string where = $"{result.Cell}, {HttpContenders.NameOf(wire.Contender)}";
        if (wire.CpuOver(pool) is { } cpu)
            yield return AtMost(where, FormattableString.Invariant($"{MostCpu} × the default pool's CPU, application and server together"), cpu, MostCpu);
        if (wire.BytesOver(pool) is { } bytes)
            yield return AtMost(where, FormattableString.Invariant($"{MostBytes} × the default pool's bytes in the application"), bytes, MostBytes);
    }

    private static IEnumerable<CheckedAim> CheckFailures(HttpResult result) =>
        from series in result.Series
        where Ours.Contains(series.Contender)
        select new CheckedAim($"{result.Cell}, {HttpContenders.NameOf(series.Contender)}", "no failed request", $"{series.Failed} failed", series.Failed == 0);

    private static CheckedAim Exactly(string who, int wanted, string what, double counted) =>
        new(who, $"exactly {wanted} {what} a request", FormattableString.Invariant($"{counted:0.0000}"), counted == wanted);

    private static CheckedAim AtMost(string who, string aim, double counted, double most) =>
        new(who, $"at most {aim} a request", FormattableString.Invariant($"{counted:0.0}"), counted <= most);

    private static CheckedAim AtMost(string where, string aim, Ratio ratio, double most) =>
        new(where, $"at most {aim}", FormattableString.Invariant($"{ratio} ×"), ratio.Middle <= most);
}
