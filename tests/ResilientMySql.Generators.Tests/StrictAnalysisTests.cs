using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>A project that switches on every rule of the SDK's is told of nothing in what is generated.</summary>
public sealed class StrictAnalysisTests
{
    private const string Source = """
        [Query("SELECT city_id FROM city WHERE city = @city")]
        public partial int? GetCityId(string city);

        [Query("SELECT city_id, city, remarks FROM city WHERE city_id = @id")]
        public partial City? FindCity(int id);

        [Query("SELECT city_id, city, remarks FROM city WHERE size = @size")]
        public partial ValueTask<IReadOnlyList<City>> ListCitiesAsync(Size? size, CancellationToken cancellationToken);

        [Execute("UPDATE city SET city = @name WHERE city_id = @id")]
        public partial int Rename(int id, string name);

        [Execute("DELETE FROM city WHERE city_id = @id")]
        public partial ValueTask DeleteAsync(int id);

        [Query("SELECT @missing")]
        public partial int Wrong();

        public sealed record City(int CityId, string City_, string? Remarks);

        public enum Size : byte { Small, Large }
        """;

    [Fact]
    public async Task EveryRule_IsSilentInGeneratedCode()
    {
        Generation generation = Generation.Run(Sources.CityQueries(Source));
        Assert.Equal(6, generation.Sources.Count);

        ImmutableArray<Diagnostic> diagnostics = await SdkAnalyzers.RunAsync(generation.Output);

        Assert.Contains(diagnostics, static diagnostic => !IsGenerated(diagnostic)); // They are at work.
        Assert.DoesNotContain(diagnostics, IsGenerated);
    }

    private static bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true;
}
