using System.Data.Common;
using ResilientMySql.Aot.Queries;

namespace ResilientMySql.Aot.Sections;

/// <summary>The rarer shapes of results.</summary>
internal sealed class ShapesSection : ISection
{
    private static readonly City[] Londons = [new(312, "London", 102), new(313, "London", 20)];

    public string Name => "shapes";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        var queries = new ShapeQueries(dataSource);
        CheckRows(report, queries);
        await CheckRowsAsync(report, queries);
        await CheckOpenAsync(report, queries);
        await CheckWritesAsync(report, queries);
        await CheckProceduresAsync(report, queries, dataSource);
    }

    private static void CheckRows(Report report, ShapeQueries queries)
    {
        report.Equal("the only row", 1, queries.SingleId("A Corua (La Corua)"));
        report.Throws<InvalidOperationException>("more than one row", () => queries.SingleId("London"));
        report.True("there is a row", queries.HasCity("London") && !queries.HasCity("Atlantis"));
        report.Items("an array", [312, 313], queries.Ids("London"));
        report.Items("a stream", Londons, queries.Stream("London"));
        var read = new List<int>();
        foreach (CityName city in queries.Read("London"))
            read.Add(city.Name.SequenceEqual("London"u8) ? city.CityId : 0);

        report.Items("rows on the stack", [312, 313], read);
        report.Equal("a tuple", (313, "London"), queries.FindPair(313));
        report.Equal("a tuple, no row", null, queries.FindPair(0));
        report.Equal("a row inside a row", 102, queries.GetTown(312).Country?.CountryId);
        report.Equal("a row inside a row, all NULL", null, queries.GetTownAtSea().Country);
        report.Equal("members that are set", (312, "London"), (queries.GetSettable(312).CityId, queries.GetSettable(312).Name));
        (List<City> cities, long count, int[] ids) = queries.Overview("London");
        report.True("several result sets", cities.SequenceEqual(Londons) && count == 600 && ids.SequenceEqual([312, 313]));
        report.True("the SQL of a file", queries.CountFromFile(102) > 1);
    }

    private static async Task CheckRowsAsync(Report report, ShapeQueries queries)
    {
        report.Equal("async, the only row or none", null, await queries.SingleIdOrNullAsync("Atlantis"));
        report.True("async, there is a row", await queries.HasCityAsync("London"));
        var streamed = new List<City>();
        await foreach (City city in queries.StreamAsync("London"))
            streamed.Add(city);

        report.Items("async stream", Londons, streamed);
        (IReadOnlyList<int> first, int? second) = await queries.NumbersAsync();
        report.True("async, several result sets", first.SequenceEqual([1]) && second == 2);
    }

    private static async Task CheckOpenAsync(Report report, ShapeQueries queries)
    {
        using (ResilientMySqlDataReader reader = queries.Open("London"))
            report.True("an open reader", reader.Read() && reader.GetInt32(0) == 312);

        await using (DbDataReader reader = await queries.OpenAsync("London"))
            report.True("async, an open reader", await reader.ReadAsync() && reader.GetInt32(0) == 312);

        using Stream bytes = queries.OpenBytes()!;
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        report.Equal("a column as a stream", 100_000, copy.Length);
        using TextReader text = (await queries.OpenTextAsync())!;
        report.Equal("async, a column as a text", new string('ž', 100_000), await text.ReadToEndAsync());
    }

    private static async Task CheckWritesAsync(Report report, ShapeQueries queries)
    {
        long first = queries.Add("Atlantis");
        report.Equal("the id of an insert", first + 1, await queries.AddAsync("Atlantis"));
        report.Equal("a write that may run twice", 2, queries.Rename("Atlantis", "Thule"));
        queries.Delete("Thule");
        await queries.DeleteAsync("Thule");
        report.True("nothing is left", !queries.HasCity("Thule"));
    }

    private static async Task CheckProceduresAsync(Report report, ShapeQueries queries, ResilientMySqlDataSource dataSource)
    {
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        Execute(connection, "DROP PROCEDURE IF EXISTS aot_cities");
        Execute(connection, "CREATE PROCEDURE aot_cities(IN country INT, OUT cities INT) SELECT COUNT(*) INTO cities FROM city WHERE country_id = country");
        queries.CountCities(102, out int cities);
        report.True("what a procedure gives back", cities > 1);
        report.Equal("async, what a procedure gives back", cities, await queries.CountCitiesAsync(102));
        Execute(connection, "DROP PROCEDURE aot_cities");
    }

    private static void Execute(ResilientMySqlConnection connection, string sql)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
