using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>Three result sets.</summary>
internal readonly struct OverviewQuery(string city) : IStatement
{
    public static string CommandText =>
        "SELECT COUNT(*) FROM city; SELECT city_id, city, country_id FROM city WHERE city = ? ORDER BY city_id; SELECT city FROM city WHERE city >= ? ORDER BY city";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(city);
        sink.String(city);
    }
}
