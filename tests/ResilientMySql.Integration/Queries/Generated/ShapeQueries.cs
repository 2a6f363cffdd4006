using System.Data.Common;
using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>A method of every shape of result; each has an asynchronous sibling.</summary>
public sealed partial class ShapeQueries(ResilientMySqlDataSource dataSource) : IShapeQueries
{
    [Query("SELECT city_id FROM city WHERE city = @city"), Single, GenerateAsync]
    public partial int GetCityId(string city);

    [Query("SELECT city_id FROM city WHERE city = @city"), Single, GenerateAsync]
    public partial int? FindCityId(string city);

    [Query("SELECT 1 FROM city WHERE city = @city"), Exists, GenerateAsync]
    public partial bool HasCity(string city);

    [Query("SELECT city_id FROM city WHERE country_id = @country ORDER BY city_id"), GenerateAsync]
    public partial int[] ListIds(int country);

    [Query("SELECT city_id FROM city WHERE country_id = @country ORDER BY city_id"), GenerateAsync]
    public partial IReadOnlyCollection<int> CollectIds(int country);

    [Query("SELECT city_id FROM city ORDER BY city_id"), GenerateAsync]
    public partial IEnumerable<int> StreamIds();

    [Query("SELECT city_id, city FROM city WHERE city_id = @id"), GenerateAsync]
    public partial (int CityId, string City)? FindPair(int id);

    [Query("SELECT COUNT(*), MIN(city_id) FROM city WHERE country_id = @country"), GenerateAsync]
    public partial (long, int?) Summarize(int country);

    [Query("""
        SELECT country_id, country AS name FROM country WHERE country_id < 4 ORDER BY country_id;
        SELECT city_id FROM city WHERE country_id = @country ORDER BY city_id;
        SELECT COUNT(*) FROM city;
        SELECT MAX(city) FROM city WHERE country_id = @country
        """), GenerateAsync]
    public partial (List<Country> Countries, int[] CityIds, long Cities, string? Last) Overview(int country);

    [Query("""
        SELECT city.city_id, city.city AS name, country.country_id, country.country AS name, city.last_update
        FROM city LEFT JOIN country ON country.country_id = city.country_id AND country.country_id <> @hidden
        WHERE city.city_id = @id
        """), GenerateAsync]
    public partial CityInCountry GetCityInCountry(int id, int hidden);

    [Query("SELECT city_id, city AS name, 0.5e0 AS weight, 'x' AS class FROM city WHERE city_id = @id"), GenerateAsync]
    public partial SettableCity GetSettable(int id);

    [Query("SELECT city_id, city FROM city ORDER BY city_id"), GenerateAsync]
    public partial DbDataReader OpenCities();

    [Query("SELECT CAST(REPEAT('ä', @count) AS BINARY) FROM DUAL WHERE @count >= 0"), GenerateAsync]
    public partial Stream? OpenBytes(int count);

    [Query("SELECT REPEAT('ä', @count) FROM DUAL WHERE @count >= 0"), GenerateAsync]
    public partial TextReader? OpenText(int count);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)"), LastInsertId, GenerateAsync]
    public partial uint Add(string city, int country);

    [Execute("UPDATE city SET city = @city WHERE city_id = @id"), Idempotent("sets an absolute value by primary key"), GenerateAsync]
    public partial int Rename(int id, string city);

    [Query("SELECT CAST(SUM(SLEEP(@seconds)) AS SIGNED) FROM city WHERE city_id <= 2", CommandTimeout = 1), GenerateAsync]
    public partial int SleepForASecond(double seconds);

    [Query("SELECT CAST(SUM(SLEEP(@seconds)) AS SIGNED) FROM city WHERE city_id <= 2"), GenerateAsync]
    public partial int Sleep(double seconds, [CommandTimeout] TimeSpan limit);

    [Query, SqlFile("Generated/CityNames.sql"), GenerateAsync]
    public partial List<string> ListNames(int country);
}
