using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Methods that run on what they are given.</summary>
public static partial class HostQueries
{
    [Query("SELECT COUNT(*) FROM city"), GenerateAsync]
    public static partial long CountCities(this ResilientMySqlDataSource dataSource);

    [Query("SELECT COUNT(*) FROM city"), GenerateAsync]
    public static partial long CountCities(this ResilientMySqlConnection connection);

    [Execute("INSERT INTO city (city, country_id) VALUES (@city, 102)"), GenerateAsync]
    public static partial int AddCity(this ResilientMySqlTransaction transaction, string city);
}
