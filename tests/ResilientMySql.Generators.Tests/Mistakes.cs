using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>
/// Each mistake is told once, at its exact place; the method still compiles where it can, and its neighbours are generated.
/// </summary>
internal static class Mistakes
{
    public const string Neighbour = """

        [Query("SELECT 1")]
        public partial int Neighbour();
        """;

    /// <summary>The one mistake in <paramref name="members"/>, which leaves the compiler with nothing else to complain about.</summary>
    public static Diagnostic AssertReported(string id, string spanText, string members, params string[] complaints)
    {
        Generation generation = Generation.Run(Sources.CityQueries(members + Neighbour));

        Assert.Null(generation.Exception);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(spanText, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(complaints, generation.CompilerComplaints().Select(complaint => complaint.Id).Distinct().Order());
        Assert.Contains("CityQueries.Neighbour.g.cs", generation.Sources.Keys);
        return diagnostic;
    }
}
