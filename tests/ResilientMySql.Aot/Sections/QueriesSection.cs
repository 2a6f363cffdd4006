using ResilientMySql.Aot.Queries;

namespace ResilientMySql.Aot.Sections;

/// <summary>Generated queries of every shape.</summary>
internal sealed class QueriesSection : ISection
{
    private static readonly City[] Londons = [new(312, "London", 102), new(313, "London", 20)];

    public string Name => "queries";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        var queries = new CityQueries(dataSource);
        CheckReads(report, queries);
        await CheckReadsAsync(report, queries);
        await CheckWritesAsync(report, queries);
        var mistake = report.Throws<InvalidOperationException>("no row where one is needed", () => queries.GetCity(0));
        report.True("and says so", mistake?.Message.Contains("no row", StringComparison.Ordinal) is true);
        var order = report.Throws<InvalidOperationException>("columns in the wrong order", () => queries.GetCityInTheWrongOrder(312));
        report.True("and names the member", order?.Message.Contains("'CityId'", StringComparison.Ordinal) is true);
    }

    private static void CheckReads(Report report, CityQueries queries)
    {
        report.Equal("scalar", 600, queries.CountCities());
        report.Equal("nullable scalar", 312, queries.GetCityId("London"));
        report.Equal("nullable scalar, no row", null, queries.GetCityId("Atlantis"));
        report.Equal("nullable reference", "London", queries.FindName(312));
        report.Equal("row", Londons[1], queries.GetCity(313));
        report.Equal("row, no row", null, queries.FindCity(0));
        report.Equal("row of a struct", new CityNumber(312, Continent.Europe), queries.FindNumber(312));
        report.Equal("row of a class", "London", queries.GetCountry(312).Name);
        report.Items("list", Londons, queries.ListCities("London"));
        report.Items("list of scalars", new int?[] { 312, 313 }, queries.ListNumbers("London"));
        report.Items("list, no row", [], queries.ListCities("Atlantis"));
    }

    private static async Task CheckReadsAsync(Report report, CityQueries queries)
    {
        report.Equal("async scalar", 600, await queries.CountCitiesAsync());
        report.Equal("async nullable scalar", 312, await queries.GetCityIdAsync("London"));
        report.Equal("async row", Londons[0], await queries.GetCityAsync(312));
        report.Items("async list", Londons, await queries.ListCitiesAsync("London"));
        report.Equal("static method, data source in a field", 1, StaticQueries.One());
    }

    private static async Task CheckWritesAsync(Report report, CityQueries queries)
    {
        report.Equal("rows affected", 1, queries.AddCity("Atlantis", 102));
        report.Equal("async rows affected", 1, await queries.AddCityAsync("Atlantis", 102));
        queries.RenameCities("Atlantis", "Thule");
        report.Equal("nothing returned", 2, queries.ListCities("Thule").Count);
        await queries.DeleteCitiesAsync("Thule");
        report.Equal("async nothing returned", 0, queries.ListCities("Thule").Count);
    }
}
