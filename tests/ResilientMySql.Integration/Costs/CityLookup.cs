using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Costs;

/// <summary>The query of the benchmarks, as the generator writes it.</summary>
public sealed partial class CityLookup(ResilientMySqlDataSource dataSource)
{
    public const string Sql = "SELECT city_id FROM city WHERE city = @city";

    [Query(Sql)]
    public partial int GetCityId(string city);

    [Query(Sql)]
    public partial ValueTask<int> GetCityIdAsync(string city);
}
