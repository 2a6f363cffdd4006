using System.Globalization;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>Says what came out of <c>./bench lease</c>.</summary>
internal static class LeaseDocument
{
    private const string Method = """
        A clean session is taken from the pool and given back, again and again, with connection objects that are there already;
        beside it a ping on an open connection, and what the driver's pool does. A look at the socket and a look-up of the text's
        effects are what each call adds on a session that is in order. One thread, no TLS. The operations alternate in
        short batches; times are medians over the batches, ratios those of the medians, with the lowest and the highest ratio of
        single batches behind them. Bytes are those of the calling thread. Commands are the server's own count.
        """;

    public static string Of(IReadOnlyList<LeaseResult> results, int rounds, TimeSpan batch, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {rounds} batches of about {batch.TotalMilliseconds:0} ms.\n");
        foreach (IGrouping<ServerEngine, LeaseResult> engine in results.GroupBy(static result => result.Engine))
            text.WriteLine($"## {engine.Key}\n\n{TableOf([.. engine])}");

        return text.ToString();
    }

    private static MarkdownTable TableOf(LeaseResult[] results)
    {
        LeaseResult ping = results[(int)LeaseOperation.DriverPing];
        var table = new MarkdownTable(["", "ns", "% of a ping", "bytes", "server commands"], texts: 1);
        foreach (LeaseResult result in results)
        {
            table.Add([
                LeaseOperations.NameOf(result.Operation), Figures.Whole(result.Nanoseconds), Percent(result.Over(ping)),
                Figures.Whole(result.Bytes), Figures.Count(result.Commands),
            ]);
        }

        return table;
    }

    private static string Percent(Ratio ratio) => string.Create(
        CultureInfo.InvariantCulture, $"{ratio.Middle * 100:0.0} ({ratio.Lowest * 100:0.0}–{ratio.Highest * 100:0.0})");
}
