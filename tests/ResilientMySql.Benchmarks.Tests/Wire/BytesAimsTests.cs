using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Wire;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>Which results <c>./bench bytes --assert</c> fails for.</summary>
public sealed class BytesAimsTests
{
    [Theory]
    [InlineData(100_000, 99_999)] // there is no aim for the driver
    [InlineData(99_999, 200_000)] // too few to tell
    public void Met_IsQuiet(long calls, long bytes) => Assert.Empty(MissedBy(calls, bytes, collections: 0));

    [Theory]
    [InlineData(100_000, 100_000, 0, "1.0 bytes a call; the aim is less than one")]
    [InlineData(1000, 0, 1, "1 collections in 1,000 calls; the aim is none")]
    public void Missed_IsNamed(long calls, long bytes, int collections, string expected) => Assert.Equal(
        [$"MySql, async, 16 callers, {WireContenders.NameOf(WireContender.WireDataSource)}: {expected}"], MissedBy(calls, bytes, collections));

    /// <summary>Those on a data source.</summary>
    private static IReadOnlyList<string> MissedBy(long calls, long bytes, int collections) => BytesAims.MissedBy([
        Samples.ResultOf(
            CallMode.Async,
            Samples.Of(cpu: 20, bytes: 2_000_000, collections: 1),
            (WireContender.WireConnection, Samples.Of(cpu: 20)),
            (WireContender.WireDataSource, Samples.Of(cpu: 20, bytes: bytes, collections: collections) with { Calls = calls })),
    ]);
}
