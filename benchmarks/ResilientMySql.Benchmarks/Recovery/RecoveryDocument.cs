using System.Globalization;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Reports;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>Says what came out of <c>./bench recovery</c>.</summary>
internal static class RecoveryDocument
{
    private static readonly string Method = $"""
        Callers run `{CityQueries.Sql}` in a loop, each with one request at a time and outside any transaction, while the server is
        killed (`kill -9`) and started again. The contenders take turns, an outage for each turn and with a new pool, each round
        beginning with another contender. A thread of its own connects to the server every millisecond until it is greeted: that is
        when the server accepts. A caller whose request fails comes back after {OutageCaller.PauseAfterFailure.TotalMilliseconds:0} ms.

        (a) is the driver's pool as it is. (b) repeats the whole request by Polly, with exponential backoff and jitter from 10 ms to
        250 ms and a deadline of 15 s, on whatever a lost link looks like: its author knows that the request may run twice. (c) and
        (d) have nothing set but the address. (a), (b) and (d) run the same lines.

        Failed, delayed and longest are of all outages together; the other figures are medians over the outages. Delayed is what was
        answered, but after more than {RecoveryResult.DelayFactor} × (a)'s median before the kill, whoever asked. Throughput is back when a tenth of a
        second has {RecoverySample.ShareThatIsBack.ToString("0 %", CultureInfo.InvariantCulture)} of the answers it had before the kill. The runtime's pool may have {RecoveryBenchmark.MostCallers} threads at once: beyond its usual
        minimum it adds them so slowly that this would be measured too.
        """;

    public static string Of(IReadOnlyList<RecoveryResult> results, OutagePlan plan, int rounds, IEnumerable<string> versions)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Method}\n\n{string.Join("; ", versions)}. {rounds} rounds; {plan}.\n");
        foreach (IGrouping<(ServerEngine Engine, CallMode Mode), RecoveryResult> group in results.GroupBy(static result => (result.Cell.Engine, result.Cell.Mode)))
            text.WriteLine($"## {group.Key.Engine}, {group.Key.Mode.ToString().ToLowerInvariant()}\n\n{TableOf(group)}");

        return text.ToString();
    }

    private static MarkdownTable TableOf(IEnumerable<RecoveryResult> results)
    {
        var table = new MarkdownTable(
            [
                "callers", "contender", "failed", "delayed", "first success, ms", "worst", "throughput back, ms", "longest request, ms",
                "outage, ms",
            ],
            texts: 2);
        foreach (RecoveryResult result in results)
        {
            foreach (RecoverySeries series in result.Series)
            {
                table.Add([
                    $"{result.Cell.Callers}", RecoveryContenders.NameOf(series.Contender), Figures.Whole(series.Failed), Figures.Whole(result.DelayedOf(series)),
                    Milliseconds(series.FirstSuccess), Milliseconds(series.WorstFirstSuccess), Milliseconds(series.ThroughputIsBack),
                    Milliseconds(series.Longest), Milliseconds(series.Outage),
                ]);
            }
        }

        return table;
    }

    private static string Milliseconds(TimeSpan time) => time switch
    {
        _ when time > TimeSpan.FromDays(1) => "not in time",
        _ when time < TimeSpan.FromMilliseconds(100) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture),
        _ => Figures.Whole(time.TotalMilliseconds),
    };
}
