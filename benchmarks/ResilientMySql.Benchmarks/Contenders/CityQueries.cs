using ResilientMySql.Queries;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>What all contenders ask; here the generator writes how.</summary>
internal sealed partial class CityQueries(ResilientMySqlDataSource dataSource)
{
    public const string Sql = "SELECT city_id FROM city WHERE city = @city";

    [Query(Sql)]
    public partial int GetCityId(string city);

    [Query(Sql)]
    public partial ValueTask<int> GetCityIdAsync(string city);
}
