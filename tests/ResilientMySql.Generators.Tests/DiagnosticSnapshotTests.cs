using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;

namespace ResilientMySql.Generators.Tests;

/// <summary>What each diagnostic says of the example on its page, and what is generated all the same, as snapshots.</summary>
public sealed class DiagnosticSnapshotTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All().Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public Task WrongExample_IsTold(string id)
    {
        Generation generation = DocumentationTests.RunExample(id, "## Wrong");
        Assert.Null(generation.Exception);

        IEnumerable<string> told = generation.AllDiagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .Select(Describe);

        IEnumerable<string> sources = generation.Sources
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => $"--- {source.Key}\n{source.Value}");

        return Verifier.Verify(string.Join("\n", told.Concat(sources)).ReplaceLineEndings("\n")).UseTextForParameters("id=" + id);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string text = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
        return $"{diagnostic.Severity} {diagnostic.Id} at {place.StartLinePosition} `{text}`: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
