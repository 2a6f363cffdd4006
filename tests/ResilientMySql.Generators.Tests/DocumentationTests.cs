using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResilientMySql.Generators.Diagnostics;

namespace ResilientMySql.Generators.Tests;

/// <summary>Every diagnostic has a page whose examples are true, and every page a diagnostic.</summary>
public sealed class DocumentationTests
{
    private const string HelpLinks = "https://github.com/resilientmysql/resilientmysql/blob/main/docs/diagnostics/";

    public static TheoryData<string> Ids => [.. Descriptors.All().Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Diagnostic_HasItsPage(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Get(id);
        string[] page = File.ReadAllLines(Path.Combine(Pages(), id + ".md"));

        Assert.Equal($"{HelpLinks}{id}.md", descriptor.HelpLinkUri);
        Assert.Equal($"# {id}: {descriptor.Title}", page[0]);
        Assert.Contains("## Wrong", page);
        Assert.Contains("## Right", page);
        Assert.Contains("## Why", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void WrongExample_IsReported(string id)
    {
        Generation generation = RunExample(id, "## Wrong");

        Assert.Contains(id, generation.AllDiagnostics.Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(generation.Diagnostics, diagnostic => diagnostic.Id != id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void RightExample_Compiles(string id)
    {
        Generation generation = RunExample(id, "## Right");

        Assert.NotEmpty(generation.Sources);
        Assert.Empty(generation.Diagnostics);
        Assert.DoesNotContain(id, generation.AllDiagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(generation.CompilerComplaints());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Index_ListsTheDiagnostic(string id)
    {
        Assert.Contains($"| [{id}]({id}.md) | {Descriptors.Get(id).Title} |", File.ReadAllLines(Path.Combine(Pages(), "README.md")));
    }

    [Fact]
    public void Pages_AreOfDiagnostics()
    {
        IEnumerable<string?> pages = Directory.EnumerateFiles(Pages(), "*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Descriptors.All().Select(descriptor => descriptor.Id).Append("README").Order(), pages.Order());
    }

    [Fact]
    public void AllDescriptors_AreListed()
    {
        IEnumerable<object?> declared = new[] { typeof(Descriptors), typeof(FindingDescriptors) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetValue(null));

        Assert.Equal(declared, Descriptors.All());
    }

    /// <summary>Every example of the guide is right.</summary>
    [Theory]
    [InlineData("docs/queries.md")]
    [InlineData("README.md")]
    public void Guide_Compiles(string page)
    {
        string[] blocks = [.. File.ReadAllText(Path.Combine(Pages(), "..", "..", page)).Split("```csharp\n").Skip(1)
            .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
            .Where(block => block.Contains("[Query", StringComparison.Ordinal) || block.Contains("[Execute", StringComparison.Ordinal))];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block =>
        {
            Generation generation = Run(block);
            Assert.NotEmpty(generation.Sources);
            Assert.Empty(generation.Diagnostics);
            Assert.Empty(generation.CompilerComplaints());
        });
    }

    /// <summary>Runs the example under a heading of a diagnostic's page.</summary>
    internal static Generation RunExample(string id, string heading) =>
        Run(Example(id, heading), id == "RMS108" && heading == "## Wrong" ? new LanguageSettings { Version = LanguageVersion.CSharp11 } : null);

    private static string Example(string id, string heading)
    {
        string[] page = File.ReadAllLines(Path.Combine(Pages(), id + ".md"));
        int start = Array.IndexOf(page, "```csharp", Array.IndexOf(page, heading)) + 1;
        return string.Join('\n', page[start..Array.IndexOf(page, "```", start)]);
    }

    private static Generation Run(string example, LanguageSettings? settings = null)
    {
        const string row = "public sealed record City(int CityId, string Name);";
        bool isWhole = example.Contains(" partial class ", StringComparison.Ordinal);
        string source = isWhole ? Sources.Usings + example : Sources.CityQueries(example);
        return Generation.Run(
            settings ?? LanguageSettings.Usual,
            [("/sql/City.sql", "SELECT COUNT(*) FROM city")],
            example.Contains("record City(", StringComparison.Ordinal) ? [source] : [source, row]);
    }

    private static string Pages([CallerFilePath] string sourceFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, "..", "..", "docs", "diagnostics"));
}
