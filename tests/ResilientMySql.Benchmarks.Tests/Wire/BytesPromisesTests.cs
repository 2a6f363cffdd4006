using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Wire;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>Which results <c>./bench bytes --assert</c> fails for.</summary>
public sealed class BytesPromisesTests
{
    [Theory]
    [InlineData(100_000, 99_999)] // the driver's are not promised
    [InlineData(99_999, 200_000)] // too few to tell
    public void Kept_IsQuiet(long calls, long bytes) => Assert.Empty(BrokenBy(calls, bytes, collections: 0));

    [Theory]
    [InlineData(100_000, 100_000, 0, "1.0 bytes a call; promised is less than one")]
    [InlineData(1000, 0, 1, "1 collections in 1,000 calls; promised is none")]
    public void Broken_IsNamed(long calls, long bytes, int collections, string expected) => Assert.Equal(
        [$"MySql, async, 16 callers, {WireContenders.NameOf(WireContender.WireDataSource)}: {expected}"], BrokenBy(calls, bytes, collections));

    /// <summary>Those on a data source.</summary>
    private static IReadOnlyList<string> BrokenBy(long calls, long bytes, int collections) => BytesPromises.BrokenBy([
        Samples.ResultOf(
            CallMode.Async,
            Samples.Of(cpu: 20, bytes: 2_000_000, collections: 1),
            (WireContender.WireConnection, Samples.Of(cpu: 20)),
            (WireContender.WireDataSource, Samples.Of(cpu: 20, bytes: bytes, collections: collections) with { Calls = calls })),
    ]);
}
