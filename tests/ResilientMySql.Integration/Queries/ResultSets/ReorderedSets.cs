using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>The second result set has its columns in another order.</summary>
internal readonly struct ReorderedSets : IStatement
{
    public static string CommandText => "SELECT 1; SELECT city, city_id, country_id FROM city; SELECT 'x'";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
