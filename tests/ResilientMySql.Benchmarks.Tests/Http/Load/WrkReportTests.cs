using ResilientMySql.Benchmarks.Http.Load;

namespace ResilientMySql.Benchmarks.Tests.Http.Load;

/// <summary>What is read from wrk's output.</summary>
public sealed class WrkReportTests
{
    private const string Words = """
        Running 1s test @ http://127.0.0.1:35335
          2 threads and 16 connections
          6368 requests in 1.10s, 601.14KB read
        Requests/sec:   5783.03

        """;

    [Fact]
    public void Line_SaysAll()
    {
        var report = WrkReport.Parse(Words + "report 6000 1500000 2246 11957 3\n");

        Assert.Equal(new WrkReport(6000, TimeSpan.FromSeconds(1.5), TimeSpan.FromMicroseconds(2246), TimeSpan.FromMicroseconds(11957), 3), report);
        Assert.Equal(4000, report.RequestsPerSecond);
    }

    [Theory]
    [InlineData("")]
    [InlineData("report 6000 1500000\n")]
    [InlineData("report of something else\n")]
    public void WithoutIt_NothingIsUnderstood(string end) => Assert.Throws<FormatException>(() => WrkReport.Parse(Words + end));
}
