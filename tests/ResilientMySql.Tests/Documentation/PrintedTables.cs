using System.Reflection;
using System.Text.RegularExpressions;

namespace ResilientMySql.Tests.Documentation;

/// <summary>
/// The tables in a page of docs/ that code prints: each stands between <c>&lt;!-- name:begin --&gt;</c> and
/// <c>&lt;!-- name:end --&gt;</c>. Where <c>RESILIENTMYSQL_PRINT=1</c>, a table that differs is written into the page, and the test
/// still fails, so that nothing changes unseen.
/// </summary>
internal static class PrintedTables
{
    public static void AssertPrinted(string page, string name, IEnumerable<string> lines)
    {
        string path = Path.Combine(Directory, page);
        string text = File.ReadAllText(path);
        string printed = string.Join('\n', lines);
        Match block = Regex.Match(text, $"(?<=<!-- {name}:begin -->\n).*?(?=\n?<!-- {name}:end -->)", RegexOptions.Singleline);
        Assert.True(block.Success, $"docs/{page} has no place for the table '{name}'.");
        if (block.Value != printed && Environment.GetEnvironmentVariable("RESILIENTMYSQL_PRINT") == "1")
            File.WriteAllText(path, text[..block.Index] + printed + "\n" + text[(block.Index + block.Length)..].TrimStart('\n'));

        Assert.True(block.Value == printed, $"docs/{page}, table '{name}', is not what the code says. RESILIENTMYSQL_PRINT=1 prints it:\n\n{printed}");
    }

    /// <summary>A table in Markdown.</summary>
    public static IEnumerable<string> Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        yield return Line(columns);
        yield return Line([.. columns.Select(static _ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
            yield return Line(row);
    }

    /// <summary>The folder docs/.</summary>
    public static string Directory => typeof(PrintedTables).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "Documentation").Value!;

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
