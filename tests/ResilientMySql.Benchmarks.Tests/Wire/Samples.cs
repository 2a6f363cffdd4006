using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Wire;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>Results that were never measured.</summary>
internal static class Samples
{
    public static WireSample Of(double cpu, double mean = 100, long bytes = 0, int collections = 0) => new()
    {
        Calls = 1000,
        Wall = TimeSpan.FromSeconds(1),
        Cpu = TimeSpan.FromMicroseconds(cpu * 1000),
        Kernel = TimeSpan.FromMicroseconds(cpu * 700),
        P50 = TimeSpan.FromMicroseconds(mean),
        Mean = TimeSpan.FromMicroseconds(mean),
        Bytes = bytes,
        Collections = collections,
    };

    /// <summary>One turn each; those who are not told of are as <paramref name="others"/>.</summary>
    public static WireResult ResultOf(CallMode mode, WireSample others, params (WireContender Contender, WireSample Sample)[] some) => new(
        new Cell(ServerEngine.MySql, mode, 16),
        [
            .. WireContenders.Of(mode).Select(contender =>
                new WireSeries(contender, [some.FirstOrDefault(one => one.Contender == contender).Sample ?? others])),
        ]);
}
