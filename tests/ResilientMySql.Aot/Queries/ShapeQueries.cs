using System.Data.Common;
using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>The rarer shapes of results.</summary>
public sealed partial class ShapeQueries(ResilientMySqlDataSource dataSource)
{
    [Query("SELECT city_id FROM city WHERE city = @city"), Single]
    public partial int SingleId(string city);

    [Query("SELECT city_id FROM city WHERE city = @city"), Single]
    public partial ValueTask<int?> SingleIdOrNullAsync(string city, CancellationToken cancellationToken = default);

    [Query("SELECT city FROM city WHERE city = @city"), Exists, GenerateAsync]
    public partial bool HasCity(string city);

    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial int[] Ids(string city);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id"), GenerateAsync]
    public partial IEnumerable<City> Stream(string city);

    [Query("SELECT city_id, city AS name FROM city WHERE city = @city ORDER BY city_id")]
    public partial Rows<CityName> Read(string city);

    [Query("SELECT city_id, city FROM city WHERE city_id = @id")]
    public partial (int CityId, string City)? FindPair(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id; SELECT COUNT(*) FROM city; SELECT city_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial (List<City> Cities, long Count, int[] Ids) Overview(string city);

    [Query("SELECT 1; SELECT 2")]
    public partial ValueTask<(IReadOnlyList<int>, int?)> NumbersAsync(CancellationToken cancellationToken = default);

    [Query("SELECT city_id AS town_id, country_id, country AS name FROM city LEFT JOIN country USING (country_id) WHERE city_id = @id")]
    public partial Town GetTown(int id);

    [Query("SELECT 1 AS town_id, NULL AS country_id, NULL AS name")]
    public partial Town GetTownAtSea();

    [Query("SELECT city_id, city AS name FROM city WHERE city_id = @id")]
    public partial Settable GetSettable(int id);

    [Query("SELECT city_id, city FROM city WHERE city = @city ORDER BY city_id")]
    public partial ResilientMySqlDataReader Open(string city);

    [Query("SELECT city_id, city FROM city WHERE city = @city ORDER BY city_id")]
    public partial ValueTask<DbDataReader> OpenAsync(string city, CancellationToken cancellationToken = default);

    [Query("SELECT CAST(REPEAT('x', 100000) AS BINARY)")]
    public partial Stream? OpenBytes();

    [Query("SELECT REPEAT('ž', 100000)")]
    public partial ValueTask<TextReader?> OpenTextAsync(CancellationToken cancellationToken = default);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, 102)"), LastInsertId]
    public partial long Add(string city);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, 102)"), LastInsertId]
    public partial ValueTask<uint> AddAsync(string city, CancellationToken cancellationToken = default);

    [Execute("UPDATE city SET city = @to WHERE city = @from"), Idempotent("a second time it finds none")]
    public partial int Rename(string from, string to);

    [Execute("DELETE FROM city WHERE city = @city"), GenerateAsync]
    public partial void Delete(string city);

    [Query, SqlFile("Count.sql")]
    public partial long CountFromFile(int country);

    [Procedure("aot_cities")]
    public partial void CountCities(int country, out int cities);

    [Procedure("aot_cities(@country, OUT cities)")]
    public partial ValueTask<int> CountCitiesAsync(int country, CancellationToken cancellationToken = default);
}
