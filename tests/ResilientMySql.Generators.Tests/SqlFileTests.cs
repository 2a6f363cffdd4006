namespace ResilientMySql.Generators.Tests;

/// <summary>Which additional file an attribute means.</summary>
public sealed class SqlFileTests
{
    private static readonly string Source = Sources.CityQueries("""[Query, SqlFile("Data/City.sql")] public partial int Find();""");

    [Theory]
    [InlineData("Data/City.sql")]
    [InlineData("/src/Data/City.sql")]
    [InlineData("C:\\src\\Data\\City.sql")]
    public void PathThatEndsInIt_IsMeant(string path)
    {
        Generation generation = Generation.RunWithFiles([(path, "SELECT 42"), ("/src/City.sql", "SELECT 1")], Source);

        Assert.Empty(generation.Diagnostics);
        Assert.Contains("\"SELECT 42\"", Assert.Single(generation.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/src/OtherData/City.sql")]
    [InlineData("/src/Data/City.sql.txt")]
    [InlineData("/src/Data/Capital/City.sql")]
    public void NameThatOnlyEndsLikeIt_IsNot(string path)
    {
        Generation generation = Generation.RunWithFiles([(path, "SELECT 42")], Source);

        Assert.Equal("RMS431", Assert.Single(generation.Diagnostics).Id);
        Assert.Contains("NotSupportedException", Assert.Single(generation.Sources.Values), StringComparison.Ordinal);
        Assert.Empty(generation.CompilerComplaints());
    }
}
