using System.Globalization;
using System.Text;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Subjects;

namespace ResilientMySql.Chaos.Reports;

/// <summary>What the same faults did to several clients, as a table in Markdown.</summary>
internal static class ComparisonTable
{
    private static readonly (string Name, Func<SoakReport, long> Count)[] Rows =
    [
        ("writes and transfers tried", static report => report.Site.Ledger.Records.Count),
        ("acknowledged, and lost", static report => report.CountOf(ViolationKind.LostWrite)),
        ("done twice or more", static report => report.CountOf(ViolationKind.DoubledWrite)),
        ("reported as failed, and done", static report => report.CountOf(ViolationKind.WronglyAbsent)),
        ("counters raised twice, or reported as failed and raised", static report => report.CountOf(ViolationKind.CounterTooHigh)),
        ("reported as unknown", static report => report.CountOf(WriteOutcome.Unknown)),
        ("reported as failed, and not done (at least)", static report =>
            report.CountOf(WriteOutcome.NotExecuted) - report.CountOf(ViolationKind.WronglyAbsent) - report.CountOf(ViolationKind.CounterTooHigh)),
        ("transfers torn", static report => report.CountOf(ViolationKind.TornTransfer)),
        ("reads done", static report => report.Site.Work.Done.GetValueOrDefault("read")),
        ("reads failed before the first row", static report => report.CountOf(ViolationKind.FailedRead)),
        ("session state lost without an error", static report => report.CountOf(ViolationKind.StateLost)),
        ("session state refused with an error", static report => report.CountOf(ViolationKind.StateRefused)),
        ("session state leaked to the next user", static report => report.CountOf(ViolationKind.StateLeaked)),
    ];

    /// <summary>One column a subject, one row a question, both servers together.</summary>
    public static string Of(IReadOnlyList<(SubjectName Subject, IReadOnlyList<SoakReport> Reports)> runs)
    {
        var table = new StringBuilder("| |");
        foreach ((SubjectName subject, _) in runs)
            table.Append(CultureInfo.InvariantCulture, $" {HeadingOf(subject)} |");
        table.Append("\n|---|").Insert(table.Length, "---:|", runs.Count).Append('\n');
        foreach ((string name, Func<SoakReport, long> count) in Rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {name} |");
            foreach ((_, IReadOnlyList<SoakReport> reports) in runs)
                table.Append(CultureInfo.InvariantCulture, $" {reports.Sum(count):N0} |");
            table.Append('\n');
        }

        return table.ToString();
    }

    private static string HeadingOf(SubjectName subject) => subject switch
    {
        SubjectName.Resilient => "ResilientMySql",
        SubjectName.MySqlConnector => "MySqlConnector and its pool",
        SubjectName.NaiveRetry => "MySqlConnector in a retry wrapper",
        _ => subject.ToString(),
    };
}
