using System.Data.Common;
using ResilientMySql.Aot.Queries;

namespace ResilientMySql.Aot.Sections;

/// <summary>The rarer kinds of arguments, and connections and transactions to run on.</summary>
internal sealed class ArgumentsSection : ISection
{
    public string Name => "arguments";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var source = new ResilientMySqlDataSource(connectionString);
        await CheckListsAsync(report, source);
        CheckConversions(report, source);
        await CheckHostsAsync(report, source);
        report.Throws<DbException>("a time limit", () => source.Sleep(TimeSpan.FromSeconds(1)));
    }

    private static async Task CheckListsAsync(Report report, ResilientMySqlDataSource source)
    {
        report.Items("a list", ["London", "London"], source.Named([312, 313, 60_000]));
        report.Items("an empty list", [], source.Named([]));
        report.Equal("async, all but a list", 598, await source.CountOthersAsync([312, 313]));
        report.Equal("async, all but an empty list", 600, await source.CountOthersAsync([]));
    }

    private static void CheckConversions(Report report, ResilientMySqlDataSource source)
    {
        report.Equal("an enum by its name", Continent.Asia, source.EchoName(Continent.Asia));
        report.Equal("an enum by its name, NULL", null, source.EchoName(null));
        report.Equal("JSON", new Settings(7, "dark"), source.EchoJson(new Settings(7, "dark")));
        report.Equal("JSON, NULL", null, source.EchoJson(null));
        report.Equal("a converter", new ReleaseYear(1999), source.EchoYear(new ReleaseYear(1999)));
        report.Equal("a converter, NULL", null, source.EchoYear(null));
        report.Equal("a letter", 'ž', source.EchoLetter('ž'));
    }

    private static async Task CheckHostsAsync(Report report, ResilientMySqlDataSource source)
    {
        await using ResilientMySqlConnection connection = await source.OpenConnectionAsync();
        await using (ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            report.Equal("inside a transaction", 1, transaction.Add(new NewCity("Atlantis", 102)));
            report.Equal("on its connection", 1, connection.Count("Atlantis"));
            await transaction.RollbackAsync();
        }

        report.Equal("and rolled back", 0, connection.Count("Atlantis"));
        NewCity[] cities = [.. Enumerable.Repeat(new NewCity("Atlantis", 102), 500)];
        report.Equal("rows in bulk", 500, source.AddAll(cities));
        report.Equal("no rows in bulk", 0, source.AddAll([]));
        new CityQueries(source).RenameCities("Atlantis", "Thule");
        await new CityQueries(source).DeleteCitiesAsync("Thule");
    }
}
