using System.Globalization;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Reports;

/// <summary>Says in text what a soak came to.</summary>
internal static class ReportWriter
{
    private const int ShownViolations = 20;
    private const int ShownOfAKind = 5;

    public static void Write(SoakReport report, TextWriter output)
    {
        double seconds = report.Duration.TotalSeconds;
        output.WriteLine();
        output.WriteLine($"{report.Engine} {report.Version}: {seconds.ToString("F0", CultureInfo.InvariantCulture)} s");
        Row("throughput", report.Site.Work.Done.OrderBy(static pair => pair.Key).Select(pair => $"{pair.Key} {PerSecond(pair.Value, seconds)}/s"));
        Row("generated", Enum.GetValues<WireMode>().Select(way => $"{(way is WireMode.Auto ? "past the driver" : "through it")} {report.Site.Work.Generated.GetValueOrDefault(way)}"));
        Row("faults", report.Faults.Faults.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} {pair.Value}"));
        Row("struck", [
            $"{report.Faults.Requests} requests ({report.Faults.Commits} of them COMMIT)",
            $"{report.Faults.Sessions} sessions otherwise", $"longest outage {Seconds(report.Site.Outages.Longest)} s",
        ]);
        Row("recoveries", Recoveries([.. report.Site.Work.Recoveries.Order()]));
        foreach (WriteKind kind in Enum.GetValues<WriteKind>())
            Row(kind.ToString().ToLowerInvariant(), Enum.GetValues<WriteOutcome>().Select(outcome => $"{outcome} {report.CountOf(kind, outcome)}"));
        Row("unknown", [$"{report.CountOf(WriteOutcome.Unknown)}, while {report.StruckWrites} writes were in flight when a fault struck"]);
        Row("failures", report.Site.Work.Failures.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} {pair.Value}"));
        WriteViolations(report, output);

        void Row(string name, IEnumerable<string> values) => output.WriteLine($"  {name,-11} {string.Join(", ", values)}");
    }

    private static void WriteViolations(SoakReport report, TextWriter output)
    {
        output.WriteLine($"  {"violations",-11} {report.Violations.Count}");
        foreach (IGrouping<ViolationKind, Violation> kind in report.Violations.GroupBy(static violation => violation.Kind))
            output.WriteLine($"    {kind.Key}: {kind.Sum(static violation => violation.Count)}");
        Violation[] shown = [.. report.Violations.GroupBy(static violation => violation.Kind)
            .SelectMany(static kind => kind.Take(ShownOfAKind)).Take(ShownViolations)];
        foreach (Violation violation in shown)
            output.WriteLine($"    - {violation.Kind}: {violation.Detail}");
        if (report.Violations.Count > shown.Length)
            output.WriteLine($"    … and {report.Violations.Count - shown.Length} more");
    }

    private static IEnumerable<string> Recoveries(IReadOnlyList<TimeSpan> ordered) => ordered.Count == 0
        ? ["none"]
        : [$"{ordered.Count}", $"median {Milliseconds(ordered.At(0.5))} ms", $"p99 {Milliseconds(ordered.At(0.99))} ms", $"longest {Milliseconds(ordered[^1])} ms"];

    private static TimeSpan At(this IReadOnlyList<TimeSpan> ordered, double share) => ordered[(int)Math.Min(ordered.Count - 1, share * ordered.Count)];

    private static string PerSecond(long count, double seconds) => (count / seconds).ToString("F0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}
