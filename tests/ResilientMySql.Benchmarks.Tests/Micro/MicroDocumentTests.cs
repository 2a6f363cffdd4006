using ResilientMySql.Microbenchmarks.Reports;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Benchmarks.Tests.Micro;

/// <summary>What <c>./bench micro</c> writes.</summary>
public sealed class MicroDocumentTests
{
    [Fact]
    public void Ratio_IsToTheFirstOfTheClass() => Assert.Contains(
        """
        ## Probe

        Why.

        |  | mean | ± | ratio | bytes |
        | --- | ---: | ---: | ---: | ---: |
        | ping | 20.0 µs | 1.0 ns | 1.00 | 0 |
        | probe | 700.0 ns | 1.0 ns | 0.04 | 0 |

        """,
        TextOf(new SubjectAttribute("Probe", "Why."), ("", "ping", 20_000), ("", "probe", 700)));

    [Fact]
    public void Ratio_IsToTheFirstOfTheOperation() => Assert.Contains(
        """
        | operation |  | mean | ± | ratio | bytes |
        | --- | --- | ---: | ---: | ---: | ---: |
        | scalar | raw | 2.0 ms | 1.0 ns | 1.00 | 0 |
        | scalar | ours | 3.0 ms | 1.0 ns | 1.50 | 0 |
        | row | raw | 4.0 ms | 1.0 ns | 1.00 | 0 |
        """,
        TextOf(new SubjectAttribute("Shapes", "Why."), ("scalar", "raw", 2e6), ("scalar", "ours", 3e6), ("row", "raw", 4e6)));

    [Fact]
    public void Characters_AreMegabytesPerSecond() => Assert.Contains(
        "| queries | 100.0 µs | 1.0 ns | 1.00 | 0 | 1,000 |",
        TextOf(new SubjectAttribute("Lexer", "Why.") { Characters = 100_000 }, ("", "queries", 100_000)));

    private static string TextOf(SubjectAttribute subject, params (string Group, string Label, double Nanoseconds)[] results) => MicroDocument.Of(
        [.. results.Select(result => new MicroResult(subject, result.Group, result.Label, result.Nanoseconds, Deviation: 1, Bytes: 0))],
        new MicroPlan(1, 2, TimeSpan.FromMilliseconds(5)),
        "MySql 9");
}
