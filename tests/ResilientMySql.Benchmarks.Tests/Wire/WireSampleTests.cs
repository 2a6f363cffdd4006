using ResilientMySql.Benchmarks.Wire;

namespace ResilientMySql.Benchmarks.Tests.Wire;

/// <summary>What the contenders' processes say.</summary>
public sealed class WireSampleTests
{
    [Fact]
    public void Line_SaysAll()
    {
        WireSample sample = Samples.Of(cpu: 20.1, bytes: 17, collections: 3) with { Compiled = 2, P50 = TimeSpan.FromMicroseconds(99.9) };

        Assert.Equal(sample, WireSample.Parse(sample.ToString()));
    }

    [Fact]
    public void LineOfC_HasNoHeap()
    {
        WireSample sample = WireSample.Parse("1000 50000000 20000000 15000000 49000 50000");

        Assert.Equal((1000, 20, 15, 20_000, 0), (sample.Calls, sample.CpuPerCall, sample.KernelPerCall, sample.CallsPerSecond, sample.Bytes));
        Assert.Equal((49, 50), (sample.P50.TotalMicroseconds, sample.Mean.TotalMicroseconds));
    }

    [Fact]
    public void AnotherLine_IsNotUnderstood() => Assert.Throws<FormatException>(() => WireSample.Parse("1000 50"));
}
