using ResilientMySql.Queries;

namespace ResilientMySql.Aot.Queries;

/// <summary>A method of every shape over Sakila's cities.</summary>
public sealed partial class CityQueries(ResilientMySqlDataSource dataSource)
{
    [Query("SELECT COUNT(*) FROM city")]
    public partial long CountCities();

    [Query("SELECT COUNT(*) FROM city")]
    public partial ValueTask<long> CountCitiesAsync();

    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id LIMIT 1")]
    public partial int? GetCityId(string city);

    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id LIMIT 1")]
    public partial ValueTask<int?> GetCityIdAsync(string city, CancellationToken cancellationToken = default);

    [Query("SELECT city FROM city WHERE city_id = @id")]
    public partial string? FindName(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial City GetCity(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial ValueTask<City> GetCityAsync(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city_id = @id")]
    public partial City? FindCity(int id);

#pragma warning disable RMS312 // What the compiler tells of, the library finds out at run time.
    [Query("SELECT country_id, city, city_id FROM city WHERE city_id = @id")]
    public partial City GetCityInTheWrongOrder(int id);
#pragma warning restore RMS312

    [Query("SELECT city_id, 2 AS continent FROM city WHERE city_id = @id")]
    public partial CityNumber? FindNumber(int id);

    [Query("SELECT country_id, city AS name FROM city WHERE city_id = @id")]
    public partial Country GetCountry(int id);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial List<City> ListCities(string city);

    [Query("SELECT city_id, city, country_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial ValueTask<IReadOnlyList<City>> ListCitiesAsync(string city);

    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id")]
    public partial IReadOnlyList<int?> ListNumbers(string city);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)")]
    public partial int AddCity(string city, int country);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, @country)")]
    public partial ValueTask<int> AddCityAsync(string city, int country);

    [Execute("UPDATE city SET city = @to WHERE city = @from")]
    public partial void RenameCities(string from, string to);

    [Execute("DELETE FROM city WHERE city = @city")]
    public partial ValueTask DeleteCitiesAsync(string city);
}
