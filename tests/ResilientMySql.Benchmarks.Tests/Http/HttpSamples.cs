using ResilientMySql.Benchmarks.Http;
using ResilientMySql.Benchmarks.Http.Counting;
using ResilientMySql.Benchmarks.Http.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Testing;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>Results that were never measured.</summary>
internal static class HttpSamples
{
    /// <summary>A turn of a second; CPU in microseconds a request.</summary>
    public static HttpSample Of(long requests, double appCpu = 100, double? serverCpu = 100, long? bytes = 1000) => new()
    {
        Load = new WrkReport(requests, TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.Zero, 0),
        AppCpu = TimeSpan.FromMicroseconds(requests * appCpu),
        ServerCpu = serverCpu is null ? null : TimeSpan.FromMicroseconds(requests * serverCpu.Value),
        Bytes = requests * bytes,
    };

    /// <summary>One turn each; those who are not told of are as <paramref name="others"/>.</summary>
    public static HttpResult ResultOf(CityTable table, int callers, HttpSample others, params (HttpContender Contender, HttpSample Sample)[] some) => new(
        new HttpCell(ServerEngine.MySql, table, callers),
        [
            .. Enum.GetValues<HttpContender>().Select(contender =>
                new HttpSeries(contender, [some.FirstOrDefault(one => one.Contender == contender).Sample ?? others])),
        ]);

    public static RequestCounts CountsOf(HttpContender contender, long requests, long roundTrips, long commands, long connections, long bytes) => new(
        ServerEngine.MySql,
        contender,
        requests,
        new ProxyCounters { RoundTrips = roundTrips, Connections = connections, BytesFromClients = bytes },
        new CommandCounts(CommandCounts.Counters.ToDictionary(
            static counter => counter.Name, counter => counter.Name == CommandCounts.Commands ? commands : 0)));
}
