using System.Globalization;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.Microbenchmarks.Running;

namespace ResilientMySql.Microbenchmarks.Reports;

/// <summary>Says what came out of <c>./bench micro</c>.</summary>
internal static class MicroDocument
{
    private const string Method = """
        Each part by itself, measured with BenchmarkDotNet in one process, its server on the same machine; TCP, no TLS. Ratios are
        those of the means, to the first line of the same group. The lines of a group run one after the other and not in turns, so
        that whatever else the machine does meets one of them alone: take ratios near 1 from [overhead.md](overhead.md) and
        [lease.md](lease.md), which let both sides alternate. `±` is the standard deviation of the iterations. Bytes are
        allocated for each operation on all threads, what the runtime and the library do in the background among them.
        Asynchronous calls are awaited one after the other, on a session that was opened asynchronously.
        """;

    public static string Of(IReadOnlyList<MicroResult> results, MicroPlan plan, string version)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{version}. {plan}.\n");
        foreach (IGrouping<string, MicroResult> subject in results.GroupBy(static result => result.Subject.Title))
        {
            SubjectAttribute about = subject.First().Subject;
            text.WriteLine($"## {about.Title}\n\n{about.Explanation}\n\n{TableOf(about, [.. subject])}");
        }

        return text.ToString();
    }

    private static MarkdownTable TableOf(SubjectAttribute subject, MicroResult[] results)
    {
        bool hasGroups = results.Any(static result => result.Group is not "");
        bool hasThroughput = subject.Characters > 0;
        var table = new MarkdownTable(
            [.. hasGroups ? ["operation"] : (string[])[], "", "mean", "±", "ratio", "bytes", .. hasThroughput ? ["MB/s"] : (string[])[]],
            texts: hasGroups ? 2 : 1);
        foreach (IGrouping<string, MicroResult> group in results.GroupBy(static result => result.Group))
        {
            MicroResult first = group.First();
            foreach (MicroResult result in group)
            {
                table.Add([
                    .. hasGroups ? [result.Group] : (string[])[], result.Label, Time(result.Nanoseconds), Time(result.Deviation),
                    Figures.Count(result.Nanoseconds / first.Nanoseconds), Figures.Whole(result.Bytes),
                    .. hasThroughput ? [Figures.Whole(subject.Characters * 1e3 / result.Nanoseconds)] : (string[])[],
                ]);
            }
        }

        return table;
    }

    /// <summary>In the unit that leaves something before the point.</summary>
    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.0} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.0} ms"),
    };
}
