using ResilientMySql;
using ResilientMySql.Queries;

namespace CityApi.Cities;

/// <summary>What the API asks Sakila; the generator writes the bodies.</summary>
public sealed partial class CityQueries(ResilientMySqlDataSource dataSource)
{
    /// <summary>The number of a city, the lowest where several share the name (there are two Londons).</summary>
    [Query("SELECT city_id FROM city WHERE city = @city ORDER BY city_id LIMIT 1")]
    public partial ValueTask<int?> GetCityIdAsync(string city, CancellationToken cancellationToken = default);
}
