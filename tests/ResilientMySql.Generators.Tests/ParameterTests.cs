namespace ResilientMySql.Generators.Tests;

/// <summary>What is generated for each kind of parameter and host, as snapshots that compile without a warning.</summary>
public sealed class ParameterTests
{
    private const string Types = """


        public enum Size : byte { Small, Large }

        [ByName]
        public enum Rating { G, PG }

        public sealed record NewCity(string City, int CountryId, [property: ByName] Size? Size);

        public readonly record struct Point(double X, double Y);

        public sealed record Settings(int Volume);

        [System.Text.Json.Serialization.JsonSerializable(typeof(Settings))]
        public sealed partial class SettingsContext : System.Text.Json.Serialization.JsonSerializerContext
        {
            public SettingsContext() : base(null) { }
            public static SettingsContext Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        [Convert<YearConverter>]
        public readonly record struct ReleaseYear(int Number);

        public sealed class YearConverter : IColumnConverter<ReleaseYear, int>, IColumnConverter<Uri, string>
        {
            public static int ToColumn(ReleaseYear value) => value.Number;
            public static ReleaseYear FromColumn(int column) => new(column);
            public static string ToColumn(Uri value) => value.ToString();
            public static Uri FromColumn(string column) => new(column);
        }

        public sealed record Film(string Title, Rating Rating, Rating? Other, ReleaseYear Year, ReleaseYear? Remake, [Json<SettingsContext>] Settings? Settings)
        {
            [Convert<YearConverter>]
            public required Uri Home { get; init; }
        }
        """;

    [Fact]
    public Task RareScalars_AreBoundAndRead() => Verify("""
        [Query("SELECT @a, @b, @c, @d, @e")]
        public partial (char, char?, MySqlConnector.MySqlGeometry?, MySqlConnector.MySqlDecimal, MySqlConnector.MySqlDateTime?) Rare(
            char a, char? b, MySqlConnector.MySqlGeometry? c, MySqlConnector.MySqlDecimal d, MySqlConnector.MySqlDateTime? e);
        """);

    [Fact]
    public Task Views_AreTurnedIntoWhatTheDriverTakes() => Verify("""
        [Query("SELECT city_id FROM city WHERE city = @city AND @bytes IS NOT NULL")]
        public partial int? Find(ReadOnlySpan<char> city, Span<byte> bytes);

        [Query("SELECT city_id FROM city WHERE city = @city AND @bytes IS NOT NULL AND @more IS NULL")]
        public partial ValueTask<int?> FindAsync(ReadOnlyMemory<char>? city, ReadOnlyMemory<byte> bytes, Memory<byte>? more, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task Conversions_GoBothWays() => Verify("""
        [Query("SELECT title, rating, rating AS other, release_year AS year, NULL AS remake, NULL AS settings, 'x:y' AS home FROM film WHERE rating = @rating AND release_year <=> @year AND @settings IS NULL AND size = @size")]
        public partial List<Film> Find(Rating rating, ReleaseYear? year, [Json<SettingsContext>] Settings? settings, [ByName] Size size);

        [Query("SELECT size FROM film"), return: ByName]
        public partial Size? GetSize();
        """.Replace("[Query(\"SELECT size FROM film\"), return: ByName]", "[Query(\"SELECT size FROM film\")]\n[return: ByName]", StringComparison.Ordinal));

    [Fact]
    public Task Objects_AreExpanded() => Verify("""
        [Execute("INSERT INTO city (city, country_id, size) VALUES (@City, @city.countryid, @city.Size)")]
        public partial int Add(NewCity? city);

        [Query("SELECT ST_Distance(POINT(@from.X, @from.Y), POINT(@to.X, @to.Y))")]
        public partial double Distance(Point from, Point? to);
        """);

    [Fact]
    public Task Lists_AreAskedForTheirSize() => Verify("""
        [Query("SELECT city FROM city WHERE city_id IN (@ids)")]
        public partial List<string> Named(int[] ids);

        [Query("SELECT city FROM city WHERE city_id NOT IN @ids AND country_id IN ( @countries ) AND last_update < @before")]
        public partial List<string> Others(List<int> ids, [MaxItems(50)] IReadOnlyList<int> countries, DateTime before);

        [Query("SELECT city FROM city WHERE rating IN (@ratings) OR size IN (@sizes) OR rating IN (@ratings)")]
        public partial List<string> Copied(IEnumerable<Rating> ratings, ReadOnlySpan<Size> sizes);
        """);

    [Fact]
    public Task Rows_AreInsertedInBulk() => Verify("""
        [Execute("INSERT INTO city (city, country_id, size) VALUES (@rows.City, @rows.CountryId, @rows.Size)")]
        public partial int AddAll(IReadOnlyList<NewCity> rows);

        [Execute("INSERT /* @first */ INTO city (city, country_id, remarks) VALUES (UPPER(@rows.City), (@rows.CountryId), @remarks) ON DUPLICATE KEY UPDATE remarks = @last")]
        public partial ValueTask AddAllAsync(IEnumerable<NewCity> rows, string? remarks, string last, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task TimeLimits_AreForTheCall() => Verify("""
        [Query("SELECT 1", CommandTimeout = 5)]
        public partial int Quick();

        [Query("SELECT SLEEP(1)")]
        public partial int Slow([CommandTimeout] TimeSpan limit);
        """);

    [Fact]
    public Task UserVariables_StayAsTheyAre() => Verify("""
        [Query("SELECT @total + @a"), UserVariable("total")]
        public partial long Sum(int a);
        """);

    [Fact]
    public Task Hosts_ArePassed() => Verify("""
        [Query("SELECT 1")]
        public static partial int OnSource(ResilientMySqlDataSource source);

        [Query("SELECT @a")]
        public partial int OnConnection(ResilientMySqlConnection connection, int a);

        [Execute("DELETE FROM city")]
        public partial ValueTask InTransaction(ResilientMySqlConnection connection, ResilientMySqlTransaction transaction, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task ExtensionMethods_RunOnWhatTheyExtend() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public static partial class CityExtensions
        {
            [Query("SELECT city_id FROM city WHERE city = @city")]
            public static partial int? FindCity(this ResilientMySqlConnection connection, string city);
        }
        """));

    [Fact]
    public Task ConnectionOfTheType_IsUsed() => Verifier.Verify(Generation.Compiled(Sources.Usings + """
        public partial class Unit(ResilientMySqlConnection connection)
        {
            [Query("SELECT 1")]
            public partial int One();
        }
        """));

    [Fact]
    public Task SqlFile_IsRead()
    {
        Generation generation = Generation.RunWithFiles(
            [("/src/Queries/City.sql", "SELECT city_id\r\nFROM city\r\nWHERE city = @city;\r\n"), ("/src/Other/Country.sql", "SELECT 1")],
            Sources.CityQueries("""[Query, SqlFile("Queries/City.sql")] public partial int? Find(string city);"""));

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerComplaints());
        return Verifier.Verify(generation.Driver);
    }

    [Fact]
    public Task ConstantsInSql_AreOneText() => Verify("""
        private const string Table = "city";

        [Query($"SELECT city_id FROM {Table} " + "WHERE city = @city")]
        public partial int? Find(string city);
        """);

    private static Task Verify(string members, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(Generation.Compiled(Sources.CityQueries(members) + Types), method: method);
}
