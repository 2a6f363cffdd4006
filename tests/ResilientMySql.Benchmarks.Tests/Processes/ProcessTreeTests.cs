using ResilientMySql.Benchmarks.Processes;

namespace ResilientMySql.Benchmarks.Tests.Processes;

/// <summary>What this process and those below it use.</summary>
public sealed class ProcessTreeTests
{
    [Fact]
    public void OwnTime_IsSeen()
    {
        TimeSpan before = ProcessTree.CpuOf(Environment.ProcessId);
        while (Environment.CpuUsage.TotalTime - before < TimeSpan.FromSeconds(0.1))
            Thread.SpinWait(1000);

        Assert.True(ProcessTree.CpuOf(Environment.ProcessId) > before);
    }

    [Theory]
    [InlineData(10, 1 + 2 + 4 + 8)] // with a child, a grandchild and another child
    [InlineData(20, 2 + 4)]
    [InlineData(30, 4)]
    [InlineData(50, 16)]
    public void TimeOfThoseBelow_IsAdded(int id, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), ProcessTree.CpuOf(id, [
        Process(30, parent: 20, seconds: 4), Process(10, parent: 1, seconds: 1), Process(20, parent: 10, seconds: 2),
        Process(40, parent: 10, seconds: 8), Process(50, parent: 1, seconds: 16),
    ]));

    private static ProcessStat Process(int id, int parent, int seconds) => new(id, parent, TimeSpan.FromSeconds(seconds));
}
