using ResilientMySql.Benchmarks.Processes;

namespace ResilientMySql.Benchmarks.Tests.Processes;

/// <summary>What is read from <c>/proc/PID/stat</c>.</summary>
public sealed class ProcessStatTests
{
    [Theory]
    [InlineData("mysqld")]
    [InlineData("a) S 1 (b")]
    public void Line_IsReadWhateverTheNameIs(string name) => Assert.Equal(
        new ProcessStat(4242, 17, TimeSpan.FromSeconds(3.25)),
        ProcessStat.Parse($"4242 ({name}) S 17 4242 4242 0 -1 4194560 5000 0 2 0 300 25 7 8 20 0 38 0 123456 1000000 2000"));
}
