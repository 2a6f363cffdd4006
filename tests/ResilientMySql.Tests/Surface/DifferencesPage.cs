using System.Reflection;
using System.Text.RegularExpressions;

namespace ResilientMySql.Tests.Surface;

/// <summary>docs/differences.md: the members that are not there are listed under "Not there", one row each, in backticks.</summary>
internal static partial class DifferencesPage
{
    /// <summary>The first cells of the table under a heading.</summary>
    public static IReadOnlyList<string> MembersUnder(string heading)
    {
        string directory = typeof(DifferencesPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "Documentation").Value!;
        string[] lines = File.ReadAllLines(Path.Combine(directory, "differences.md"));
        int start = Array.IndexOf(lines, "## " + heading);
        Assert.True(start >= 0, $"docs/differences.md has no heading '## {heading}'.");
        return
        [
            .. lines.Skip(start + 1)
                .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Select(static line => Row().Match(line))
                .Where(static row => row.Success)
                .Select(static row => row.Groups["member"].Value),
        ];
    }

    [GeneratedRegex(@"^\| `(?<member>[^`]+)` \| [^|]+ \| [^|]+ \|$")]
    private static partial Regex Row();
}
