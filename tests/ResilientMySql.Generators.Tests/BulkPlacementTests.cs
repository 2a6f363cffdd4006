namespace ResilientMySql.Generators.Tests;

/// <summary>What stands around the rows of a bulk insert is sent with each part of them.</summary>
public sealed class BulkPlacementTests
{
    private const string Row = "public sealed record Row(int A);\n";

    [Theory]
    [InlineData("VALUES (@rows.A), (@x)", "int x")] // The further row would be inserted with each part.
    [InlineData("VALUES (@rows.A) ON DUPLICATE KEY UPDATE a = IF(a IN (@x), 1, 2)", "List<int> x")] // Its places are not expanded.
    [InlineData("VALUES (@rows.A + (@x IN (@y)))", "int x, List<int> y")]
    public void FurtherRowOrList_IsReported(string values, string parameters) =>
        Assert.Contains("RMS212", Ids(values, parameters));

    [Theory]
    [InlineData("VALUES (@rows.A, @x) ON DUPLICATE KEY UPDATE a = VALUES(a), b = VALUES(b)", "int x")]
    [InlineData("VALUES (@rows.A) AS n ON DUPLICATE KEY UPDATE a = n.a, b = @x", "int x")]
    public void Tail_IsTaken(string values, string parameters) => Assert.Empty(Ids(values, parameters));

    [Fact]
    public void Promise_IsNotDocumentedAsKept() => Assert.Contains(
        "Repeated when its outcome is unknown: no, it writes.",
        Generation.Run(Sources.CityQueries(
            Row + "[Idempotent(\"by key\"), Execute(\"INSERT IGNORE INTO t (a) VALUES (@rows.A)\")] public partial int Add(IReadOnlyList<Row> rows);")).Sources.Single().Value,
        StringComparison.Ordinal);

    private static IEnumerable<string> Ids(string values, string parameters) => Generation.Run(Sources.CityQueries(
        $"{Row}[Execute(\"INSERT INTO t (a) {values}\")] public partial int Add(IReadOnlyList<Row> rows, {parameters});")).Diagnostics.Select(diagnostic => diagnostic.Id);
}
