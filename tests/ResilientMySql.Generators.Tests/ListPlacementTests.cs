using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>Where in a statement a list may stand.</summary>
public sealed class ListPlacementTests
{
    [Theory]
    [InlineData("city_id IN (@ids)")]
    [InlineData("city_id NOT IN ( /* all */ @ids )")]
    [InlineData("city_id IN @ids")]
    public void AloneAfterIn_IsRight(string condition) => Assert.Empty(Run(condition).Diagnostics);

    [Theory]
    [InlineData("city_id IN (@ids, 3)")]
    [InlineData("city_id IN (@ids + 3)")]
    [InlineData("city_id IN (3, @ids)")]
    [InlineData("city_id = @ids")]
    public void AnywhereElse_IsReportedThere(string condition)
    {
        Diagnostic diagnostic = Assert.Single(Run(condition).Diagnostics);

        Assert.Equal("RMS208", diagnostic.Id);
        Assert.Equal("@ids", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    private static Generation Run(string condition) =>
        Generation.Run(Sources.CityQueries($"[Query(\"SELECT city FROM city WHERE {condition}\")] public partial List<string> List(int[] ids);"));
}
