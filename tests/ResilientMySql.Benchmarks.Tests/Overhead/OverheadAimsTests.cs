using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Overhead;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Overhead;

/// <summary>Which results <c>./bench overhead --assert</c> fails for.</summary>
public sealed class OverheadAimsTests
{
    [Theory]
    [InlineData(102, 102)]
    [InlineData(98, 102)] // whichever of the two is faster
    [InlineData(100, 90)]
    public void WithinTheNoise_IsQuiet(double control, double wrapper) => Assert.Empty(MissedBy(CallMode.Sync, control, wrapper));

    [Fact]
    public void BeyondTheNoise_IsNamed() => Assert.Equal(
        ["MySql, sync, `ExecuteScalar`: 1.030 × the driver's time; the aim is its noise floor of 1.020 × at most"],
        MissedBy(CallMode.Sync, control: 102, wrapper: 103));

    [Fact]
    public void TooMuchNoise_ProvesNothing() => Assert.Equal(
        ["MySql, sync, `ExecuteScalar`: too noisy to tell: two connections of the driver's are 1.110 × apart"],
        MissedBy(CallMode.Sync, control: 111, wrapper: 100));

    [Theory]
    [InlineData(nameof(CallMode.Sync), 0)]
    [InlineData(nameof(CallMode.Sync), -8)]
    [InlineData(nameof(CallMode.Async), 144)]
    public void Bytes_AsAimed_AreQuiet(string mode, double more) => Assert.Empty(MissedBy(Enum.Parse<CallMode>(mode), control: 100, wrapper: 100, more));

    [Theory]
    [InlineData(nameof(CallMode.Sync), 8, "sync, `ExecuteScalar`: 8 bytes more than the driver's; the aim is 0 at most")]
    [InlineData(nameof(CallMode.Async), 152, "async, `ExecuteScalar`: 152 bytes more than the driver's; the aim is 144 at most")]
    public void Bytes_BeyondThat_AreNamed(string mode, double more, string expected) =>
        Assert.Equal([$"MySql, {expected}"], MissedBy(Enum.Parse<CallMode>(mode), control: 100, wrapper: 100, more));

    /// <summary>Beside a connection of the driver's that takes 100 ns and 328 bytes.</summary>
    private static IReadOnlyList<string> MissedBy(CallMode mode, double control, double wrapper, double bytesMore = 0) => OverheadAims.MissedBy([
        new OverheadResult(
            ServerEngine.MySql, mode, OverheadOperation.Scalar, [new OverheadRound(100, control, wrapper)], RawBytes: 328, WrapperBytes: 328 + bytesMore),
    ]);
}
