using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Tests;

/// <summary>An edit runs again what depends on it, and nothing else.</summary>
public sealed class CachingTests
{
    private const string Queries = "File0.cs";
    private const string Rows = "File1.cs";
    private const string Other = "File2.cs";

    private const string QuerySource = Sources.Usings + """
        public partial class CityQueries(ResilientMySqlDataSource dataSource)
        {
            [Query("SELECT city_id, city FROM city")]
            public partial List<City> ListCities();

            [Query("SELECT COUNT(*) FROM city")]
            public partial long CountCities();

            [Execute("DELETE FROM city WHERE city_id = @id")]
            public partial int Delete(int id);

            [Query, SqlFile("Country.sql")]
            public partial List<string> ListCountries();

            [Query("SELECT @missing")]
            public partial int Wrong();
        }
        """;

    [Fact]
    public void UnrelatedEditInAnotherFile_RunsNothing()
    {
        Generation edited = Start().Edit(Other, "int A", "int B");

        AssertAll(edited, isFresh: false);
    }

    [Fact]
    public void EditAfterTheMethodsInTheirFile_RunsNothing()
    {
        Generation edited = Start().Edit(Queries, "int Wrong();", "int Wrong(); // Why?");

        AssertAll(edited, isFresh: false);
    }

    [Fact]
    public void EditAboveTheMethods_EmitsNothing()
    {
        Generation edited = Start().Edit(Queries, "public partial class", "// Cities.\n\npublic partial class");

        Assert.Empty(FreshMethods(edited));
        Assert.All(Outputs(edited, StepNames.ContestedNames), output => Assert.False(IsFresh(output.Reason)));
    }

    [Fact]
    public void SqlEdit_EmitsThatMethodOnly()
    {
        Generation edited = Start().Edit(Queries, "COUNT(*)", "COUNT(city)");

        Assert.Equal(["CountCities"], FreshMethods(edited));
        Assert.Contains("COUNT(city)", edited.Sources["CityQueries.CountCities.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void SqlFileEdit_EmitsItsQueryOnly()
    {
        Generation edited = Start().EditFile("/sql/Country.sql", "SELECT country FROM country ORDER BY country");

        Assert.Equal(["ListCountries"], FreshMethods(edited));
        Assert.All(Outputs(edited, StepNames.Declarations), output => Assert.False(IsFresh(output.Reason)));
        Assert.Contains("ORDER BY", edited.Sources["CityQueries.ListCountries.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void OtherFileEdit_EmitsNothing() => Assert.Empty(FreshMethods(Start().EditFile("/sql/Other.sql", "SELECT 2")));

    [Fact]
    public void ExecuteEdit_EmitsThatMethodOnly()
    {
        Generation edited = Start().Edit(Queries, "Delete(int id)", "Delete(long id)");

        Assert.Equal(["Delete"], FreshMethods(edited));
    }

    [Fact]
    public void RowEditInAnotherFile_EmitsItsQueryOnly()
    {
        Generation edited = Start().Edit(Rows, "string Name", "string? City");

        Assert.Equal(["ListCities"], FreshMethods(edited));
        Assert.Contains("\"City\"", edited.Sources["CityQueries.ListCities.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void NewOverload_NamesTheFirstAnew()
    {
        Generation edited = Start().Edit(Queries, "[Query(\"SELECT @missing\")]", "[Query(\"SELECT @i\")] public partial long CountCities(int i);\n[Query(\"SELECT @missing\")]");

        Assert.DoesNotContain("CityQueries.CountCities.g.cs", edited.Sources.Keys);
        Assert.Equal(2, edited.Sources.Keys.Count(name => name.StartsWith("CityQueries.CountCities_", StringComparison.Ordinal)));
        Assert.Contains("CityQueries.ListCities.g.cs", edited.Sources.Keys);
    }

    private static Generation Start()
    {
        Generation start = Generation.RunWithFiles([("/sql/Country.sql", "SELECT country FROM country"), ("/sql/Other.sql", "SELECT 1")], QuerySource, "public sealed record City(int CityId, string Name);", "public sealed record Other(int A);");
        Assert.All(StepNames.All, step => Assert.NotEmpty(Outputs(start, step)));
        AssertAll(start, isFresh: true);
        return start;
    }

    private static void AssertAll(Generation generation, bool isFresh) =>
        Assert.All(StepNames.All, step => Assert.All(Outputs(generation, step), output => Assert.Equal(isFresh, IsFresh(output.Reason))));

    /// <summary>The methods whose model differs from the last run's.</summary>
    private static IEnumerable<string> FreshMethods(Generation generation) =>
        from output in Outputs(generation, StepNames.Methods)
        where IsFresh(output.Reason)
        select ((Model.MethodModel)output.Value).Declaration.HintName.Split('.')[1];

    private static ImmutableArray<(object Value, IncrementalStepRunReason Reason)> Outputs(Generation generation, string step) =>
        [.. generation.Driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(run => run.Outputs)];

    private static bool IsFresh(IncrementalStepRunReason reason) => reason switch
    {
        IncrementalStepRunReason.New or IncrementalStepRunReason.Modified => true,
        IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached => false,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
