using System.Globalization;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>Says what came out of <c>./bench bytes</c>.</summary>
internal static class BytesDocument
{
    private const string Method = """
        What calls leave to the garbage collector, in processes of their own, on all their threads. The calls and the contenders are
        those of [wire.md](wire.md). What the runtime allocates in such a process is counted too, its thread pool's own among it. The
        counting begins when nothing has been compiled for a while, and nobody collects but the runtime when it needs to.
        Collections a million calls are worked out from the calls that were made. The aim for (d) and (e), which `--assert` holds them to: less
        than a byte a call, where there were 100,000 calls, and no collection.
        """;

    public static string Of(IReadOnlyList<WireResult> results, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}.\n");
        foreach (WireResult result in results)
            text.WriteLine($"## {result.Cell}\n\n{TableOf(result)}");

        return text.ToString();
    }

    private static MarkdownTable TableOf(WireResult result)
    {
        var table = new MarkdownTable(["contender", "calls", "bytes", "bytes a call", "collections", "collections a million calls"], texts: 1);
        foreach (WireSeries series in result.Series)
        {
            table.Add([
                WireContenders.NameOf(series.Contender), Figures.Whole(series.Calls), Figures.Whole(series.BytesPerCall * series.Calls),
                series.BytesPerCall.ToString("N3", CultureInfo.InvariantCulture), $"{series.Collections}",
                (series.Collections * 1e6 / series.Calls).ToString("N1", CultureInfo.InvariantCulture),
            ]);
        }

        return table;
    }
}
