using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Tests;

/// <summary>What is generated for each shape of a result, as snapshots that compile without a warning.</summary>
public sealed class ShapeTests
{
    private const string Rows = """


        public sealed record Country(int CountryId, string Name);

        public sealed record City(int CityId, string Name, Country Country);

        public sealed record Town(int TownId, Country? Country, DateTime? Since);

        public class Base
        {
            public int Id { get; set; }
        }

        public sealed class Measure : Base
        {
            public required string Name { get; init; }

            public double? Value { get; set; }

            public string Hidden { get; } = "";

            public string @class = "";
        }

        public readonly record struct Position(double Latitude)
        {
            public required double Longitude { get; init; }
        }

        public sealed record Wide(
            string FirstMemberWithALongName, string SecondMemberWithALongName, string? ThirdMemberWithALongName, string FourthMember)
        {
            public required int FifthMember { get; init; }
        }
        """;

    [Fact]
    public Task Single_IsAsked() => Verify("""
        [Query("SELECT city_id FROM city WHERE city = @city"), Single]
        public partial int GetCityId(string city);

        [Query("SELECT city_id FROM city WHERE city = @city"), Single]
        public partial ValueTask<int?> FindCityIdAsync(string city, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task Exists_NeedsNoRow() => Verify("""
        [Query("SELECT city FROM city WHERE city = @city"), Exists]
        public partial bool HasCity(string city);
        """);

    [Fact]
    public Task Array_IsOfRows() => Verify("""
        [Query("SELECT city_id FROM city")]
        public partial int[] ListIds();

        [Query("SELECT picture FROM staff")]
        public partial ValueTask<byte[]?[]> ListPicturesAsync(CancellationToken cancellationToken);
        """);

    [Fact]
    public Task ReadOnlyCollection_IsAList() => Verify("""
        [Query("SELECT city_id FROM city")]
        public partial ValueTask<IReadOnlyCollection<int>> ListIdsAsync(CancellationToken cancellationToken);
        """);

    [Fact]
    public Task Rows_AreOnTheStack() => Verify("""
        [Query("SELECT city_id FROM city WHERE country_id = @country")]
        public partial Rows<int> ReadIds(int country);

        [Query("SELECT country_id, country AS name FROM country")]
        public static partial Rows<Country> ReadCountries(ResilientMySqlConnection connection);
        """);

    [Fact]
    public Task RowsOfRefStructs_StayWhereTheyWereReceived() => Verifier.Verify(Generation.CompiledSince(LanguageVersion.CSharp13, Sources.CityQueries("""
        [Query("SELECT city_id, city FROM city")]
        public partial Rows<Name> ReadNames();

        [Query("SELECT city_id, city, 'x' AS remark FROM city")]
        public partial Rows<Pair> ReadPairs([CommandTimeout] TimeSpan timeout);

        [Query("SELECT city FROM city")]
        public partial Rows<ReadOnlySpan<byte>> ReadTexts();
        """) + """


        public readonly ref struct Name(int cityId, ReadOnlySpan<byte> city)
        {
            public int CityId { get; } = cityId;

            public ReadOnlySpan<byte> City { get; } = city;
        }

        public ref struct Pair
        {
            public Name Name { get; set; }

            public required ReadOnlySpan<byte> Remark { get; set; }
        }
        """));

    [Fact]
    public Task Stream_IsEnumerated() => Verify("""
        [Query("SELECT city_id FROM city")]
        public partial IEnumerable<int> StreamIds();

        [Query("SELECT country_id, country AS name FROM country")]
        public partial IAsyncEnumerable<Country> StreamCountriesAsync(CancellationToken cancellationToken = default);
        """);

    [Fact]
    public Task Tuple_IsARow() => Verify("""
        [Query("SELECT city_id, city FROM city WHERE city_id = @id")]
        public partial (int CityId, string City)? FindCity(int id);

        [Query("SELECT COUNT(*), MAX(last_update) FROM city")]
        public partial (long, DateTime?) Summarize();
        """);

    [Fact]
    public Task SeveralSets_AreATuple() => Verify("""
        [Query("SELECT country_id, country AS name FROM country; SELECT city_id FROM city ORDER BY city_id; SELECT COUNT(*) FROM film; SELECT MAX(title) FROM film")]
        public partial (List<Country> Countries, int[] CityIds, long Films, string? Last) Overview();

        [Query("SELECT 1; SELECT 2")]
        public partial ValueTask<(IReadOnlyList<int>, int?)> NumbersAsync(CancellationToken cancellationToken);
        """);

    [Fact]
    public Task RowInsideARow_TakesItsColumnsInPlace() => Verify("""
        [Query("SELECT city_id, city AS name, country_id, country AS name FROM city JOIN country USING (country_id)")]
        public partial List<City> ListCities();

        [Query("SELECT 1 AS town_id, country_id, country AS name, last_update AS since FROM country ORDER BY country_id LIMIT 1")]
        public partial Town GetTown();

        [Query("SELECT 1, 'a', 2, 'b'")]
        public partial (Country, Country?) GetPair();
        """);

    [Fact]
    public Task SettableMembers_AreSetByName() => Verify("""
        [Query("SELECT 1 AS id, 'a' AS name, 2e0 AS value, 'b' AS class")]
        public partial Measure GetMeasure();

        [Query("SELECT 1e0 AS latitude, 2e0 AS longitude")]
        public partial Position GetPosition();

        [Query("SELECT 'a' AS first_member_with_a_long_name, 'b' AS second_member_with_a_long_name, 'c' AS third_member_with_a_long_name, 'd' AS fourth_member, 5 AS fifth_member")]
        public partial Wide GetWide();
        """);

    [Fact]
    public Task Reader_IsOpen() => Verify("""
        [Query("SELECT * FROM city")]
        public partial ResilientMySqlDataReader OpenCities();

        [Query("SELECT * FROM city")]
        public partial ValueTask<System.Data.Common.DbDataReader> OpenCitiesAsync(CancellationToken cancellationToken);
        """);

    [Fact]
    public Task OneColumn_IsStreamed() => Verify("""
        [Query("SELECT picture FROM staff WHERE staff_id = @id")]
        public partial System.IO.Stream? OpenPicture(int id);

        [Query("SELECT description FROM film WHERE film_id = @id")]
        public partial ValueTask<System.IO.TextReader?> OpenDescriptionAsync(int id, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task LastInsertId_IsCastWhereDue() => Verify("""
        [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)"), LastInsertId]
        public partial long AddLong(string city, int country);

        [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)"), LastInsertId]
        public partial uint AddUnsigned(string city, int country);

        [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)"), LastInsertId]
        public partial ValueTask<int> AddAsync(string city, int country, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task Sibling_IsAsynchronous() => Verify("""
        [Query("SELECT city_id FROM city WHERE city = @city"), GenerateAsync]
        public partial int? GetCityId(string city);

        [Query("SELECT city_id FROM city LIMIT 0, @limit"), GenerateAsync]
        internal partial IEnumerable<int> StreamIds(int limit = 10);

        [Execute("DELETE FROM city WHERE city_id = @cancellationToken"), GenerateAsync]
        private partial void Delete(int cancellationToken);
        """);

    [Fact]
    public Task Idempotent_IsSaid() => Verify("""
        [Execute("UPDATE city SET city = @city WHERE city_id = @id"), Idempotent("sets an absolute value by primary key")]
        public partial int Rename(int id, string city);
        """);

    [Fact]
    public Task Procedure_WithoutOut_IsAStatement() => Verify("""
        [Procedure("rewards_report")]
        public partial void Report(byte purchases, decimal amount);

        [Procedure("sakila.film_list(@category)")]
        public partial ValueTask<List<(int, string)>> ListFilmsAsync(string category, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task Procedure_WithOut_GivesValuesBack() => Verify("""
        [Procedure("film_in_stock")]
        public partial void InStock(int film, int store, out int count);

        [Procedure("`count and date`")]
        public partial void CountAndDate(ref int? count, out DateOnly date);

        [Procedure("film_in_stock(@film, @store, OUT count)")]
        public partial ValueTask<int> InStockAsync(int film, int store, CancellationToken cancellationToken);

        [Procedure("swap(INOUT @a, INOUT @b)")]
        public partial ValueTask<(int A, string? B)> SwapAsync(int a, string? b, CancellationToken cancellationToken);
        """);

    private static Task Verify(string members, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(Generation.Compiled(Sources.CityQueries(members) + Rows), method: method);
}
