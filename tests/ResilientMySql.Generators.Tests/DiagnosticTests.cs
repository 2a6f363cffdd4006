using Microsoft.CodeAnalysis;
using static ResilientMySql.Generators.Tests.Mistakes;

namespace ResilientMySql.Generators.Tests;

/// <summary>RMS4xx, and what holds for every mistake.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" -- nothing\\n ;\"")]
    [InlineData("null!")]
    public void EmptySql_IsReported(string argument) =>
        AssertReported("RMS401", argument, $"[Execute({argument})] public partial int GetCity();");

    [Theory]
    [InlineData("SELECT 'open", "'open", "quoted string")]
    [InlineData("SELECT /* open", "/* open", "comment")]
    [InlineData("SELECT `open", "`open", "quoted identifier")]
    [InlineData("SELECT @`open", "@`open", "quoted identifier")]
    public void UnterminatedSql_IsReportedFromItsOpening(string sql, string span, string what)
    {
        Diagnostic diagnostic = AssertReported("RMS402", span, $"[Query(\"{sql}\")] public partial int GetCity();");

        Assert.Contains(what, diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void PositionalPlaceholder_IsReported() =>
        AssertReported("RMS403", "?", """[Query("SELECT '?', ?")] public partial int GetCity();""");

    [Fact]
    public void SeveralMistakes_AreAllReported()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""[Query("SELECT @a, @b")] public partial Uri GetCity(object a, int c);"""));

        Assert.Equal(["RMS201", "RMS202", "RMS203", "RMS303"], generation.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
        Assert.Empty(generation.CompilerComplaints());
    }

    [Fact]
    public void UnknownType_IsReportedAndDoesNotBreakTheGenerator()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""[Query("SELECT @a")] public partial Missing GetCity(Absent a);""" + Neighbour));

        Assert.Null(generation.Exception);
        Assert.Equal(["RMS203", "RMS301"], generation.Diagnostics.Select(diagnostic => diagnostic.Id).Order());
        Assert.DoesNotContain("CS8795", generation.CompilerComplaints().Select(diagnostic => diagnostic.Id));
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
    }

    [Theory]
    [InlineData("""[Query("SELECT 1")] public partial int GetCity(); [Query("SELECT 1")] public partial int GetCity();""")]
    [InlineData("""[Query("SELECT 1"), Query("SELECT 2")] public partial int GetCity();""")]
    [InlineData("""[Query(1)] public partial int GetCity();""")]
    [InlineData("""[Query("SELECT @a, @a")] public partial int GetCity(int a, int a);""")]
    [InlineData("""[Query("SELECT @a")] public partial int GetCity(int""")]
    [InlineData("""[Query("SELECT 1")] partial GetCity();""")]
    [InlineData("""[Query("SELECT 1")] public partial int Name { get; }""")]
    public void CodeThatDoesNotCompile_DoesNotBreakTheGenerator(string members)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members), Sources.Usings + $$"""
            partial class CityQueries
            {
            {{Neighbour}}
            }
            """);

        Assert.Null(generation.Exception);
        Assert.NotEmpty(generation.CompilerComplaints());
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void Pragma_SuppressesTheDiagnostic()
    {
        Generation generation = Generation.Run(Sources.CityQueries("""
            #pragma warning disable RMS202 // Kept for a caller.
            [Query("SELECT 1")] public partial int GetCity(int id);
            #pragma warning restore RMS202
            """));

        Assert.True(Assert.Single(generation.Diagnostics).IsSuppressed);
    }

    [Fact]
    public Task Mistake_ThrowsInTheBody() =>
        Verifier.Verify(Generation.Run(Sources.CityQueries("""[Query("SELECT @id")] public partial int GetCity(int city);""")).Driver);
}
