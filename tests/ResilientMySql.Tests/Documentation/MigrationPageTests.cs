using System.Text.RegularExpressions;

namespace ResilientMySql.Tests.Documentation;

/// <summary>docs/migrate.md names a test for each concept of DBUtils, and each is there.</summary>
public sealed partial class MigrationPageTests
{
    [Fact]
    public void EveryRowOfDbUtils_NamesTestsThatExist()
    {
        string page = File.ReadAllText(Path.Combine(PrintedTables.Directory, "migrate.md"));
        string[] rows = [.. page[page.IndexOf("## From DBUtils", StringComparison.Ordinal)..].Split('\n').Where(static line => line.StartsWith('|')).Skip(2)];
        Assert.True(rows.Length > 15, "The table is gone.");

        string tests = Path.Combine(PrintedTables.Directory, "..", "tests", "ResilientMySql.Integration");
        foreach (string row in rows)
        {
            string[] names = [.. TestName().Matches(row.Split(" | ")[^1]).Select(static match => match.Value)];
            Assert.True(names.Length > 0, row);
            Assert.All(names, name => Assert.Single(System.IO.Directory.EnumerateFiles(tests, $"{name}.cs", SearchOption.AllDirectories)));
        }
    }

    [GeneratedRegex(@"\w+Tests")]
    private static partial Regex TestName();
}
