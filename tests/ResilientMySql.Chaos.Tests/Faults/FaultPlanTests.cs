using ResilientMySql.Chaos.Faults;

namespace ResilientMySql.Chaos.Tests.Faults;

public sealed class FaultPlanTests
{
    private const int Pack = 28;

    [Fact]
    public void SameSeed_GivesTheSameFaults() => Assert.Equal(
        new FaultPlan(7).Faults().Take(500), new FaultPlan(7).Faults().Take(500));

    [Fact]
    public void OtherSeed_GivesOtherFaults() => Assert.NotEqual(
        new FaultPlan(7).Faults().Take(20), new FaultPlan(8).Faults().Take(20));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void OnePack_HasEveryKind(int seed) => Assert.Equal(
        Enum.GetValues<FaultKind>(), new FaultPlan(seed).Faults().Take(Pack).Select(static fault => fault.Kind).Distinct().Order());

    [Fact]
    public void Everything_StaysInItsBounds() => Assert.All(new FaultPlan(3).Faults().Take(1_000), static fault =>
    {
        Assert.InRange(fault.Pause, TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(2));
        Assert.InRange(fault.Duration, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2));
        Assert.InRange(fault.Times, 1, 8);
        Assert.InRange(fault.Choice, 0, 1);
    });
}
