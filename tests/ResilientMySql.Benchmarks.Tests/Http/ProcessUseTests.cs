using ResilientMySql.Benchmarks.Http;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>What an application says of itself.</summary>
public sealed class ProcessUseTests
{
    [Fact]
    public void Text_SaysAll()
    {
        var use = new ProcessUse(7, TimeSpan.FromTicks(1234), 56, 2);

        Assert.Equal(use, ProcessUse.Parse(use.ToString()));
    }

    [Fact]
    public void BetweenTwoReadings_IsTheDifference()
    {
        ProcessUse between = new ProcessUse(30, TimeSpan.FromMicroseconds(700), 5000, 3) - new ProcessUse(10, TimeSpan.FromMicroseconds(100), 1000, 1);

        Assert.Equal((30, 200, 2), (between.CpuPerRequest, between.BytesPerRequest, between.Collections));
    }

    [Fact]
    public void AnotherText_IsNotUnderstood() => Assert.Throws<FormatException>(() => ProcessUse.Parse("1 2 3"));
}
