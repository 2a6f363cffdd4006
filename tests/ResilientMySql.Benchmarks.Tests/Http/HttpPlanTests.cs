using ResilientMySql.Benchmarks.Http;

namespace ResilientMySql.Benchmarks.Tests.Http;

/// <summary>How long is measured.</summary>
public sealed class HttpPlanTests
{
    private const double SecondsPerTurn = 1.25; // wrk's start and the counters among them

    [Theory]
    [InlineData(false, 20)]
    [InlineData(true, 3)]
    public void Run_StaysBelow(bool isQuick, int minutes)
    {
        var plan = HttpPlan.Of(new BenchmarkOptions { IsQuick = isQuick });
        int turns = plan.Rounds * (plan.Callers.Count + plan.CallersWithoutIndex.Count);
        double seconds = Enum.GetValues<HttpContender>().Length * ((turns * SecondsPerTurn) + plan.WarmUp.TotalSeconds);

        Assert.InRange(seconds, 0, minutes * 60);
    }

    [Fact]
    public void Rounds_CanBeChosen() => Assert.Equal(9, HttpPlan.Of(new BenchmarkOptions { Rounds = 9 }).Rounds);
}
