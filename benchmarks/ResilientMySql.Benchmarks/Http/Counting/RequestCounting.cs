using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Testing;

namespace ResilientMySql.Benchmarks.Http.Counting;

/// <summary>Counts what contenders send to their server, through a proxy between them.</summary>
internal static class RequestCounting
{
    /// <summary>By one caller, who asks once for every city, on an application that has done so before.</summary>
    public static async Task<RequestCounts> RunAsync(BenchmarkServer server, HttpContender contender, CancellationToken cancellationToken)
    {
        await using var proxy = FaultProxy.Start(server.Port);
        await using AppProcess app = await AppProcess.StartAsync(contender, server.ConnectionStringThrough(proxy.Port), cancellationToken);
        await app.CheckAsync(server.Cities, callers: 1, cancellationToken);

        (ProxyCounters before, CommandCounts atServer) = (proxy.Counters, await server.Counter.ReadAsync());
        await app.CheckAsync(server.Cities, callers: 1, cancellationToken);
        return new RequestCounts(server.Engine, contender, server.Cities.Count, proxy.Counters.Since(before), await server.Counter.SinceAsync(atServer));
    }
}
