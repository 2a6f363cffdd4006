namespace ResilientMySql.Generators.Tests;

/// <summary>What is generated for each shape of result and parameter, as snapshots that compile without a warning.</summary>
public sealed class QueryGeneratorTests
{
    private const string Rows = """


        public sealed record City(int CityId, string City_, string? Remarks, DateTime? LastUpdate);

        public readonly record struct Position(double Latitude, double? Longitude);

        public enum Size : byte { Small, Large }

        public sealed class Measure(int id, Size size, Size? former)
        {
            public int Id { get; } = id;
            public Size Size { get; } = size;
            public Size? Former { get; } = former;
        }
        """;

    [Fact]
    public Task NullableScalar_IsFirstOrDefault() => Verify("""
        [Query("SELECT city_id FROM city WHERE city = @city")]
        public partial int? GetCityId(string city);
        """);

    [Fact]
    public Task Scalar_IsFirst() => Verify("""
        [Query("SELECT COUNT(*) FROM city")]
        public partial long CountCities();
        """);

    [Fact]
    public Task NullableReference_IsReadAsNull() => Verify("""
        [Query("SELECT remarks FROM city WHERE city_id = @id")]
        public partial string? GetRemarks(int id);
        """);

    [Fact]
    public Task RecordRow_TakesColumnsInOrder() => Verify("""
        [Query("SELECT city_id, city, remarks, last_update FROM city WHERE city_id = @id")]
        public partial City GetCity(int id);
        """);

    [Fact]
    public Task NullableRecordRow_IsFirstOrDefault() => Verify("""
        [Query("SELECT city_id, city, remarks, last_update FROM city WHERE city_id = @id")]
        public partial City? FindCity(int id);
        """);

    [Fact]
    public Task NullableStructRow_IsFirstOrDefault() => Verify("""
        [Query("SELECT latitude, longitude FROM city WHERE city_id = @id")]
        public partial Position? FindPosition(int id);
        """);

    [Fact]
    public Task ClassRow_ReadsEnumsByNumber() => Verify("""
        [Query("SELECT id, size, former FROM measure WHERE size = @size AND former <=> @former")]
        public partial Measure GetMeasure(Size size, Size? former);
        """);

    [Fact]
    public Task ScalarList_HoldsNulls() => Verify("""
        [Query("SELECT remarks FROM city")]
        public partial List<string?> ListRemarks();
        """);

    [Fact]
    public Task ReadOnlyRowList_IsAList() => Verify("""
        [Query("SELECT city_id, city, remarks, last_update FROM city")]
        public partial IReadOnlyList<City> ListCities();
        """);

    [Fact]
    public Task AsyncScalar_TakesTheToken() => Verify("""
        [Query("SELECT city_id FROM city WHERE city = @city")]
        public partial ValueTask<int?> GetCityIdAsync(CancellationToken stop, string city);
        """);

    [Fact]
    public Task AsyncWithoutToken_PassesDefault() => Verify("""
        [Query("SELECT city_id, city, remarks, last_update FROM city")]
        public partial ValueTask<List<City>> ListCitiesAsync();
        """);

    [Fact]
    public Task AsyncReadOnlyList_IsConverted() => Verify("""
        [Query("SELECT city_id, city, remarks, last_update FROM city WHERE country_id = @countryId")]
        public partial ValueTask<IReadOnlyList<City>> ListCitiesAsync(in int countryId, CancellationToken cancellationToken = default);
        """);

    [Fact]
    public Task Execute_ReturnsRowsAffected() => Verify("""
        [Execute("UPDATE city SET city = @name WHERE city_id = @id")]
        public partial int Rename(int id, string name);
        """);

    [Fact]
    public Task ExecuteVoid_OnlyRuns() => Verify("""
        [Execute("TRUNCATE TABLE city")]
        partial void Clear();
        """);

    [Fact]
    public Task ExecuteAsync_ReturnsRowsAffected() => Verify("""
        [Execute("DELETE FROM city WHERE city_id = @id")]
        public partial ValueTask<int> DeleteAsync(int id, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task ExecuteAsyncWithoutResult_IsConverted() => Verify("""
        [Execute("DELETE FROM city WHERE city_id = @Convert")]
        public partial ValueTask DeleteAsync(int Convert, CancellationToken cancellationToken);
        """);

    [Fact]
    public Task EveryScalar_IsBound() => Verify("""
        [Execute("INSERT INTO everything VALUES (@a, @b, @c, @d, @e, @f, @g, @h, @i, @j, @k, @l, @m, @n, @o, @p, @q, @r, @s, @t)")]
        public partial int Insert(
            bool a, sbyte b, byte c, short d, ushort e, int f, uint g, long h, ulong i, float j, double k, decimal l,
            DateTime m, DateTimeOffset n, DateOnly o, TimeOnly p, TimeSpan q, Guid r, string s, byte[] t);
        """);

    [Fact]
    public Task EveryNullableScalar_IsBound() => Verify("""
        [Execute("INSERT INTO everything VALUES (@a, @b, @c, @d, @e, @f, @g, @h, @i, @j, @k, @l, @m, @n, @o, @p, @q, @r, @s, @t)")]
        public partial int Insert(
            bool? a, sbyte? b, byte? c, short? d, ushort? e, int? f, uint? g, long? h, ulong? i, float? j, double? k, decimal? l,
            DateTime? m, DateTimeOffset? n, DateOnly? o, TimeOnly? p, TimeSpan? q, Guid? r, string? s, byte[]? t);
        """);

    [Fact]
    public Task EveryScalar_IsRead() => Verify("""
        [Query("SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t FROM everything")]
        public partial Everything GetEverything();

        public sealed record Everything(
            bool A, sbyte B, byte C, short D, ushort E, int F, uint G, long H, ulong I, float J, double K, decimal L,
            DateTime M, DateTimeOffset N, DateOnly O, TimeOnly P, TimeSpan Q, Guid R, string S, byte[] T);
        """);

    [Fact]
    public Task EveryNullableScalar_IsRead() => Verify("""
        [Query("SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t FROM everything")]
        public partial Everything GetEverything();

        public sealed record Everything(
            bool? A, sbyte? B, byte? C, short? D, ushort? E, int? F, uint? G, long? H, ulong? I, float? J, double? K, decimal? L,
            DateTime? M, DateTimeOffset? N, DateOnly? O, TimeOnly? P, TimeSpan? Q, Guid? R, string? S, byte[]? T);
        """);

    [Fact]
    public Task MultilineSql_StaysReadable() => Verify(""""
        [Query("""
            SELECT city_id
              FROM city -- "the" city & its <country>

             WHERE city = @city
            """)]
        public partial int? GetCityId(string city);
        """");

    [Fact]
    public Task QuotedSql_StaysReadable() => Verify("""
        [Query(@"SELECT CONCAT(""a\b"", '{0}') FROM city WHERE city LIKE 'x\_%' AND city_id = @id")]
        public partial string Quote(int id);
        """);

    private static Task Verify(string members, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(Generation.Compiled(Sources.CityQueries(members) + Rows), method: method);
}
