using System.Runtime.CompilerServices;

namespace ResilientMySql.Ecosystem.Documentation;

/// <summary>Whoever copies from the page copies what a test has run.</summary>
public sealed class EcosystemPageTests
{
    [Fact]
    public void EveryLineOfCodeOnThePage_IsALineOfATest()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
        string[] tests =
        [
            .. File.ReadLines(Path.Combine(root, "tests/ResilientMySql.Ecosystem/Documentation/SnippetTests.cs")),
            .. File.ReadLines(Path.Combine(root, "tests/ResilientMySql.EntityFrameworkCore.Tests/SnippetTests.cs")),
        ];
        string[] page = [.. CodeOf(File.ReadAllLines(Path.Combine(root, "docs/ecosystem.md")))];

        Assert.NotEmpty(page);
        Assert.Empty(page.Except(tests.Select(static line => line.Trim())));
    }

    private static IEnumerable<string> CodeOf(IEnumerable<string> lines)
    {
        bool isCode = false;
        foreach (string line in lines.Select(static line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = line == "```csharp";
            else if (isCode && line != "")
                yield return line;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
