using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Wire;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>Which results <c>./bench wire --assert</c> fails for.</summary>
public sealed class WireAimsTests
{
    [Fact]
    public void Synchronous_Met_IsQuiet() => Assert.Empty(Sync(wire: 15, c: 12));

    [Fact]
    public void Synchronous_AboveTheDriver_IsNamed() => Assert.Equal(
        ["MySql, sync, 16 callers: 0.755 × the driver's CPU; the aim is 0.75 × at most"], Sync(wire: 15.1, c: 15));

    [Fact]
    public void Synchronous_AboveC_IsNamed() => Assert.Equal(
        ["MySql, sync, 16 callers: 1.300 × the CPU of the client in C; the aim is 1.25 × at most"], Sync(wire: 13, c: 10));

    [Fact]
    public void Asynchronous_Met_IsQuiet() => Assert.Empty(Async(cpu: 20, mean: 100));

    [Theory]
    [InlineData(20.2, 100, "1.010 × the driver's CPU")]
    [InlineData(20, 101, "1.010 × the driver's mean latency")]
    public void Asynchronous_AboveTheDriver_IsNamed(double cpu, double mean, string expected) =>
        Assert.Equal([$"MySql, async, 16 callers: {expected}; the aim is 1 × at most"], Async(cpu, mean));

    /// <summary>Beside a driver that takes 20 µs.</summary>
    private static IReadOnlyList<string> Sync(double wire, double c) => WireAims.MissedBy([
        Samples.ResultOf(
            CallMode.Sync, Samples.Of(cpu: 20), (WireContender.WireConnection, Samples.Of(wire)), (WireContender.CClient, Samples.Of(c))),
    ]);

    /// <summary>Beside a driver that takes 20 µs, and 100 µs on the clock.</summary>
    private static IReadOnlyList<string> Async(double cpu, double mean) => WireAims.MissedBy([
        Samples.ResultOf(CallMode.Async, Samples.Of(cpu: 20), (WireContender.WireConnection, Samples.Of(cpu, mean))),
    ]);
}
