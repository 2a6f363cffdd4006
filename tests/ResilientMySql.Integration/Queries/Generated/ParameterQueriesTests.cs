using System.Text;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Every kind of parameter as the generator writes it, on real servers, synchronous and asynchronous.</summary>
public sealed class ParameterQueriesTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task Lists_AreOfAnySize(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        Assert.Empty(queries.ListNamed([]));
        Assert.Equal(["London"], queries.ListNamed([312]));
        foreach (int count in (int[])[2, 3, 5, 9, 64, 100])
        {
            Assert.Equal(count, queries.ListNamed([.. Enumerable.Range(1, count)]).Count);
            Assert.Equal(count, (await queries.ListNamedAsync([.. Enumerable.Range(1, count)])).Count);
        }

        Assert.Equal(8, queries.CountOthers([], 102));
        Assert.Equal(7, await queries.CountOthersAsync([312], [102]));
        Assert.Equal(0, queries.CountOthers([1]));
        Assert.Contains("ids", Assert.Throws<ArgumentException>(() => queries.ListNamed([.. Enumerable.Range(1, 101)])).ParamName, StringComparison.Ordinal);
        Assert.Equal("ids", Assert.Throws<ArgumentNullException>(() => queries.ListNamed(null!)).ParamName);
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task Views_AreSent(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        Assert.Equal(496, queries.FindByCharacters("Southport!".AsSpan(0, 9)));
        Assert.Equal(496, await queries.FindByCharactersAsync("Southport!".AsSpan(0, 9)));
        (byte[] bytes, byte[]? more) = queries.EchoBytes(new byte[] { 0, 255, 39, 92 }.AsMemory(1), [1, 2]);
        Assert.Equal([255, 39, 92], bytes);
        Assert.Equal([1, 2], more);
        Assert.Empty((await queries.EchoBytesAsync(default, [])).Bytes);
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task Conversions_GoThereAndBack(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        queries.CreateNotes();
        var full = new FilmNote(Rating.PG, FilmSize.Large, new Settings(11, "ä\"\\"), new ReleaseYear(1999), 'ß') { Home = new Uri("https://example.org/a b") };
        var empty = new FilmNote(null, FilmSize.Small, null, null, null) { Home = new Uri("urn:y") };

        long first = queries.AddNote(full);
        long second = await queries.AddNoteAsync(empty);
        Assert.Equal(full, queries.GetNote(first));
        Assert.Equal(empty, await queries.GetNoteAsync(second));
        Assert.Equal("note", Assert.Throws<ArgumentNullException>(() => queries.AddNote(null)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => queries.AddNote(full with { Rating = (Rating)7 }));

        Assert.Equal(0, queries.AddNotes([]));
        Assert.Equal(2500, queries.AddNotes([.. Enumerable.Range(0, 2500).Select(static number => new FilmNote(Rating.R, FilmSize.Small, null, new ReleaseYear(1901 + (number % 200)), null) { Home = new Uri($"urn:{number}") })]));
        Assert.Equal(1, await queries.AddNotesAsync([full]));
        Assert.Equal(2500, queries.ListRated(Rating.R).Length);
        Assert.Equal(2502, (await queries.ListRatedAsync([Rating.PG, Rating.R])).Length);
        Assert.Empty(queries.ListRated());
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public Task UserVariablesAndGeometry_AreWhatTheyAre(ServerEngine engine) => RunAsync(engine, static async queries =>
    {
        Assert.Equal((5, 7), queries.CountUp(2));
        Assert.Equal((5, 8), await queries.CountUpAsync(3));
        var point = MySqlGeometry.FromWkb(0, [1, 1, 0, 0, 0, .. BitConverter.GetBytes(1.5), .. BitConverter.GetBytes(-2.0)]);
        queries.CreatePlaces();
        Assert.Equal("POINT(1.5 -2)", queries.GetPlace(queries.AddPlace(point)).Text);
        Assert.Equal(point.Value.ToArray(), (await queries.GetPlaceAsync(await queries.AddPlaceAsync(point))).Shape.Value.ToArray());
    });

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Procedures_GiveRowsAndValues(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=5");
        string database = rented.Server.Database;
        await rented.Server.ExecuteAsync($"CREATE OR REPLACE PROCEDURE {database}.add_up(a INT, b INT) SELECT a + b UNION ALL SELECT a - b".Replace(engine is ServerEngine.MySql ? " OR REPLACE" : "\0", "", StringComparison.Ordinal));
        await rented.Server.ExecuteAsync($"CREATE PROCEDURE {database}.`divide up`(a INT, b INT, OUT quotient INT, OUT rest INT) SET quotient = a DIV b, rest = NULLIF(a MOD b, 0)");
        try
        {
            var queries = new ParameterQueries(dataSource);
            Assert.Equal([7, 3], queries.AddUp(5, 2));
            Assert.Equal([7, 3], await queries.AddUpAsync(5, 2));
            queries.Divide(7, 2, out int quotient, out int? rest);
            Assert.Equal((3, 1), (quotient, rest));
            Assert.Equal((2, null), queries.DivideUp(8, 4));
            Assert.Equal((2, 1), await queries.DivideUpAsync(9, 4));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"DROP PROCEDURE {database}.add_up");
            await rented.Server.ExecuteAsync($"DROP PROCEDURE {database}.`divide up`");
        }
    }

    private static async Task RunAsync(ServerEngine engine, Func<ParameterQueries, Task> test)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=5");
        await test(new ParameterQueries(dataSource));
    }
}
