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
}
