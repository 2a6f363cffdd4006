using System.Data.Common;
using System.Text;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Every shape of result as the generator writes it, on real servers, synchronous and asynchronous.</summary>
public sealed class ShapeQueriesTests
{
    private const int UnitedKingdom = 102;
    private const int Nowhere = 9999;

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task OneRow_IsWhatWasAskedFor(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        Assert.Equal(1, queries.GetCityId("A Corua (La Corua)"));
        Assert.Equal(1, await queries.GetCityIdAsync("A Corua (La Corua)"));
        Assert.Null(queries.FindCityId("Atlantis"));
        Assert.Null(await queries.FindCityIdAsync("Atlantis"));
        Assert.Contains("2 rows", Assert.Throws<InvalidOperationException>(() => queries.GetCityId("London")).Message, StringComparison.Ordinal);
        Assert.Contains("2 rows", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await queries.FindCityIdAsync("London"))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => queries.GetCityId("Atlantis"));
        Assert.True(queries.HasCity("London"));
        Assert.False(await queries.HasCityAsync("Atlantis"));
        Assert.Equal((312, "London"), queries.FindPair(312));
        Assert.Null(await queries.FindPairAsync(0));
        Assert.Equal((0L, null), queries.Summarize(Nowhere));
        Assert.Equal((8L, (int?)88), await queries.SummarizeAsync(UnitedKingdom));
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task ManyRows_AreAllThere(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        int[] ids = queries.ListIds(UnitedKingdom);
        Assert.Equal(8, ids.Length);
        Assert.Equal(ids, await queries.ListIdsAsync(UnitedKingdom));
        Assert.Equal(ids, queries.CollectIds(UnitedKingdom));
        Assert.Equal(ids, await queries.CollectIdsAsync(UnitedKingdom));
        Assert.Empty(queries.ListIds(Nowhere));
        Assert.Equal(Enumerable.Range(1, 600), queries.StreamIds());
        Assert.Equal([1, 2, 3], queries.StreamIds().Take(3));
        var streamed = new List<int>();
        await foreach (int id in queries.StreamIdsAsync())
            streamed.Add(id);

        Assert.Equal(Enumerable.Range(1, 600), streamed);
        Assert.Contains("London", queries.ListNames(UnitedKingdom));
        Assert.Equal(queries.ListNames(UnitedKingdom), await queries.ListNamesAsync(UnitedKingdom));
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task SeveralSets_AreRead(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        (List<Country> countries, int[] ids, long cities, string? last) = queries.Overview(UnitedKingdom);
        Assert.Equal([1, 2, 3], countries.Select(static country => country.CountryId));
        Assert.Equal(queries.ListIds(UnitedKingdom), ids);
        Assert.Equal(600, cities);
        Assert.Equal("York", last);
        (countries, ids, cities, last) = await queries.OverviewAsync(Nowhere);
        Assert.Equal(3, countries.Count);
        Assert.Empty(ids);
        Assert.Equal(600, cities);
        Assert.Null(last);
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task RowInsideARow_IsNullWhereNothingWasJoined(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        CityInCountry london = queries.GetCityInCountry(312, hidden: 0);
        Assert.Equal(new Country(UnitedKingdom, "United Kingdom"), london.Country);
        Assert.Equal("London", london.Name);
        Assert.Null((await queries.GetCityInCountryAsync(312, hidden: UnitedKingdom)).Country);
        SettableCity settable = queries.GetSettable(312);
        Assert.Equal((312, "London", 0.5, "x"), (settable.CityId, settable.Name, settable.Weight, settable.@class));
        Assert.Equal("London", (await queries.GetSettableAsync(312)).Name);
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task ReadersAndStreams_AreOpenUntilDisposedOf(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        using (DbDataReader reader = queries.OpenCities())
            Assert.True(reader.Read());

        await using (DbDataReader reader = await queries.OpenCitiesAsync())
        {
            Assert.True(await reader.ReadAsync());
            Assert.Equal(1, reader.GetInt32(0));
        }

        using (Stream bytes = queries.OpenBytes(70_000)!)
        {
            using var copy = new MemoryStream();
            await bytes.CopyToAsync(copy);
            Assert.Equal(Encoding.UTF8.GetBytes(new string('ä', 70_000)), copy.ToArray());
        }

        using (TextReader text = (await queries.OpenTextAsync(70_000))!)
            Assert.Equal(new string('ä', 70_000), await text.ReadToEndAsync());

        Assert.Null(await queries.OpenBytesAsync(-1));
        Assert.Null(queries.OpenText(-1));
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task Writes_TellWhatTheyDid(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        Assert.Equal(601u, queries.Add("Atlantis", UnitedKingdom));
        Assert.Equal(602u, await queries.AddAsync("Avalon", UnitedKingdom));
        Assert.Equal(1, queries.Rename(601, "Thule"));
        Assert.Equal(1, await queries.RenameAsync(602, "Ys"));
        Assert.Equal(0, queries.Rename(Nowhere, "Nowhere"));
        Assert.Equal(601, queries.FindCityId("Thule"));
        Assert.Equal(602, await queries.FindCityIdAsync("Ys"));
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task TimeLimits_HoldForTheCall(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        AssertTimedOut(Record.Exception(() => queries.SleepForASecond(20)));
        AssertTimedOut(await Record.ExceptionAsync(async () => await queries.SleepAsync(20, TimeSpan.FromSeconds(0.5))));
        Assert.Equal(0, queries.Sleep(0.01, TimeSpan.Zero));
    });

    private static void AssertTimedOut(Exception? exception) =>
        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, Assert.IsType<MySqlException>(exception).ErrorCode);

    private static async Task RunAsync(ServerEngine engine, Func<ShapeQueries, Task> test)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);

        // What is not given back is missed by the next call.
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=5");
        await test(new ShapeQueries(dataSource));
    }
}
