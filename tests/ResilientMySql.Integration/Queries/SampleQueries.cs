using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>One method of every shape, for the tests beside it.</summary>
public sealed partial class SampleQueries(ResilientMySqlDataSource dataSource)
{
    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id LIMIT 1")]
    public partial int? GetCityId(string city);

    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id LIMIT 1")]
    public partial ValueTask<int?> GetCityIdAsync(string city, CancellationToken cancellationToken = default);

    [Query("SELECT COUNT(*) FROM city")]
    public partial long CountCities();

    [Query("SELECT COUNT(*) FROM city")]
    public partial ValueTask<long> CountCitiesAsync();

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial City GetCity(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial ValueTask<City> GetCityAsync(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial City? FindCity(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial List<City> ListCities(string city);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial ValueTask<IReadOnlyList<City>> ListCitiesAsync(string city);

    [Execute("UPDATE city SET country_id = @country WHERE city = @city OR city = @city")]
    public partial int MoveCity(string city, int country);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)")]
    public partial ValueTask<int> AddCityAsync(string city, int country);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)")]
    public partial int AddCity(string city, int country);

#pragma warning disable RMS311, RMS312 // The library must notice too what the analyzer tells of here.
    [Query("SELECT country_id, city, city_id FROM city WHERE city_id = @id")]
    public partial City GetCityInTheWrongOrder(int id);

    [Query("SELECT city_id, city FROM city WHERE city_id = @id")]
    public partial City GetCityWithoutCountry(int id);
#pragma warning restore RMS311, RMS312

    [Query("SELECT city FROM city WHERE city_id = @id")]
    public partial int GetNameAsNumber(int id);

    [Query("INSERT INTO city (city_id, city, country_id) VALUES (700, 'Atlantis', 102), (1, 'Twin', 102) RETURNING city_id")]
    public partial int? AddTwins();

    [Query("INSERT INTO city (city_id, city, country_id) VALUES (700, 'Atlantis', 102), (1, 'Twin', 102) RETURNING city_id")]
    public partial ValueTask<int?> AddTwinsAsync();

    [Query("SELECT SLEEP(@seconds)")]
    public partial int? Sleep(double seconds);

    [Query("SELECT SLEEP(@seconds)")]
    public partial ValueTask<int?> SleepAsync(double seconds);

    [Query("SELECT CONNECTION_ID()")]
    public partial long GetServerThread();

    [Query("""
        SELECT CAST(@flag AS SIGNED) AS flag, CAST(@small AS SIGNED) AS small, CAST(@big AS UNSIGNED) AS big, @ratio + 0e0 AS ratio,
            CAST(@price AS DECIMAL(20, 4)) AS price, @text AS text, CAST(@at AS DATETIME(6)) AS at, CAST(@day AS DATE) AS day,
            CAST(@span AS TIME(6)) AS span, CAST(@bytes AS BINARY) AS bytes
        """)]
    public partial Everything Echo(
        bool? flag, short? small, ulong? big, double? ratio, decimal? price, string? text, DateTime? at, DateOnly? day, TimeSpan? span, byte[]? bytes);
}
