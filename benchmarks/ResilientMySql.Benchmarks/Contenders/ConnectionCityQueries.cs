using ResilientMySql.Queries;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>What all contenders ask, on a connection that is open.</summary>
internal sealed partial class ConnectionCityQueries(ResilientMySqlConnection connection)
{
    [Query(CityQueries.Sql)]
    public partial int GetCityId(string city);

    [Query(CityQueries.Sql)]
    public partial ValueTask<int> GetCityIdAsync(string city);
}
