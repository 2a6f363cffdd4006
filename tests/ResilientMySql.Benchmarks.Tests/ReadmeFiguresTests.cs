using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Tests;

/// <summary>The README says what the measured documents say.</summary>
public sealed class ReadmeFiguresTests
{
    [Theory]
    [InlineData("a connection per request", "MySqlConnector, no pool")]
    [InlineData("ResilientMySql, the same code with the types swapped", "ResilientMySql, hand-written")]
    [InlineData("ResilientMySql, a generated query", "ResilientMySql, generated, Wire=Auto")]
    public void Row_IsThatOfTheExperiment(string shown, string contender)
    {
        string[] measured = [.. FirstRow("docs/benchmarks/http.md", contender).Select(static cell => cell.Split(' ')[0])];

        Assert.Equal(4, measured.Length);
        Assert.Equal(measured, FirstRow("README.md", shown));
    }

    /// <summary>The cells behind the name, of the first table that has such a row.</summary>
    private static string[] FirstRow(string document, string name) => File.ReadLines(Path.Combine(Document.Root, document))
        .Where(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries)[2..^1])
        .First();
}
