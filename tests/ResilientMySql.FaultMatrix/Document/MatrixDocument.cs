using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using MySqlConnector;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Document;

/// <summary>Writes docs/fault-matrix.md.</summary>
internal static class MatrixDocument
{
    private const string Introduction = """
        # The fault matrix

        Every fault meets every operation that it can meet, called synchronously and asynchronously, on both servers; generated statements through the driver (`Wire=Off`) and past it (`Wire=Auto`), which makes no difference to what is expected of them. What is to be expected is written down in `tests/ResilientMySql.FaultMatrix/Expectations/ExpectedOutcomes.cs`, held to the verdict table of [architecture.md](architecture.md) by a test of its own, and checked in each cell; so is the number of rows that the server has afterwards: one for success, none where the statement did not run or its transaction is lost, and never two where the outcome is unknown. Afterwards each connection must go on.

        This page is written by the last complete run of `./test --full`. `./test` alone runs a slice of it.

        """;

    private const string Legend = """
        | | outcome |
        |---|---|
        | ok | success, on the session it had; or rolled back quietly |
        | rec | success on a new session, one replaced |
        | gone | `ResilientMySqlException`, `Link`, not executed, transient: no new session in time |
        | again | `Link`, outcome unknown, transient: it only reads, or touches only the session |
        | unk | `Link`, outcome unknown: a write |
        | tx | `Transaction` lost, nothing of it committed |
        | cmt | `Commit`: outcome unknown |
        | set | `ResultSet` lost after its reader was handed out |
        | late:… | the driver's command timeout, with the above inside |
        | no | a ping's answer: there is no session |
        | e*n* | the driver's `MySqlException` with that number |
        | – | fault and operation do not meet |

        After a slash: how many rows of a write of unknown outcome the server had. Two outcomes with a comma between them: synchronous, asynchronous.

        Columns: `open` finds a session in the pool, `connect` opens a new one; `gen-read`, `gen-write`, `gen-list` and `gen-tx` are generated statements (a scalar and a write whose session comes from the pool, several rows on an open connection, and a write in a transaction), once through the driver and once, as `… wire`, past it; `in-tx` is a write in a transaction; `dispose` that of a transaction; `close-tx` closes a connection over an open one; `use` changes the database; `reset` is ResetConnectionAsync.

        """;

    public static void Write(IReadOnlyList<FaultResult> results, TimeSpan duration)
    {
        var page = new StringBuilder(Introduction).AppendLine();
        AppendRun(page, results, duration);
        page.AppendLine().Append(Legend);
        foreach (IGrouping<(ServerEngine, Transport), FaultResult> lane in results.GroupBy(static result => (result.Engine, result.Transport)).OrderBy(static lane => lane.Key))
            AppendLane(page, [.. lane.OrderBy(static result => result.Fault.Index)]);
        File.WriteAllText(PathOfDocument(), page.ToString());
    }

    private static void AppendRun(StringBuilder page, IReadOnlyList<FaultResult> results, TimeSpan duration)
    {
        string versions = string.Join(" and ", results.GroupBy(static result => result.Engine).OrderBy(static engine => engine.Key).Select(static engine =>
            $"{NameOf(engine.Key)} {engine.Select(static result => result.Version).FirstOrDefault(static version => version is not null) ?? "(did not start)"}"));
        string driver = FileVersionInfo.GetVersionInfo(typeof(MySqlConnection).Assembly.Location).FileVersion!;
        int cellCount = results.Sum(static result => result.Cells.Count);
        string[] failures =
        [
            .. results.Where(static result => result.Cells.Count == 0).Select(static result => $"{result.Engine}, {result.Transport}: {result.Fault.Name} could not be carried out"),
            .. results.SelectMany(static result => result.Cells).Where(static cell => cell.Failure is not null).Select(static cell => cell.ToString().Split('\n')[0]),
        ];

        page.AppendLine(CultureInfo.InvariantCulture, $"- Run: {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC, {duration.TotalMinutes:0.0} minutes");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Servers: {versions}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- MySqlConnector {driver}, .NET {Environment.Version}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Cells: {cellCount}");
        foreach (WireMode wire in Enum.GetValues<WireMode>())
            page.AppendLine(CultureInfo.InvariantCulture, $"- Generated statements with `Wire={wire}`: {Verdicts([.. results.SelectMany(static result => result.Cells).Where(cell => cell.Operation.IsGenerated && cell.Wire == wire)])}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Failures: {(failures.Length == 0 ? "none" : failures.Length)}");
        foreach (string failure in failures)
            page.AppendLine(CultureInfo.InvariantCulture, $"  - {failure}");
    }

    private static void AppendLane(StringBuilder page, IReadOnlyList<FaultResult> rows)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"\n## {NameOf(rows[0].Engine)}, {NameOf(rows[0].Transport)}\n");
        MatrixColumn[] columns = [.. MatrixColumn.All.Where(column => rows.SelectMany(static row => row.Cells).Any(column.Has))];
        page.AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", columns.Select(static column => column.Name))} |");
        page.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(columns.Select(static _ => "---|"))}");
        foreach (FaultResult row in rows)
            page.AppendLine(CultureInfo.InvariantCulture, $"| {row.Fault.Name} | {string.Join(" | ", columns.Select(column => Entry([.. row.Cells.Where(column.Has).OrderBy(static cell => cell.Mode)])))} |");
    }

    /// <summary>How many cells there were, and how many of them came to what.</summary>
    private static string Verdicts(IReadOnlyList<CellResult> cells) =>
        $"{cells.Count} cells: " + string.Join(", ", cells.CountBy(static cell => cell.Outcome.Code).OrderByDescending(static code => code.Value).ThenBy(static code => code.Key, StringComparer.Ordinal).Select(static code => $"{code.Value} {code.Key}"));

    private static string Entry(CellResult[] cells) => string.Join(", ", cells.Select(Word).Distinct()) is { Length: > 0 } entry ? entry : "–";

    private static string Word(CellResult cell)
    {
        bool isUncertain = cell.Rows is not null && (cell.Outcome.Code.EndsWith("unk", StringComparison.Ordinal) || cell.Outcome.Code is "cmt");
        string word = isUncertain ? string.Create(CultureInfo.InvariantCulture, $"{cell.Outcome.Code}/{cell.Rows}") : cell.Outcome.Code;
        return cell.Failure is null ? word : $"**{word}**";
    }

    private static string NameOf(ServerEngine engine) => engine is ServerEngine.MySql ? "MySQL" : "MariaDB";

    private static string NameOf(Transport transport) => transport switch
    {
        Transport.Plain => "plain TCP",
        Transport.Tls => "TLS",
        _ => "Unix socket",
    };

    private static string PathOfDocument() => typeof(MatrixDocument).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "FaultMatrixDocument").Value!;
}
