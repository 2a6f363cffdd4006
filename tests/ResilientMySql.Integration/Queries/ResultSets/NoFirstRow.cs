using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>The row that must be there is missing.</summary>
internal readonly struct NoFirstRow : IStatement
{
    public static string CommandText => "SELECT 1 FROM city WHERE city_id = 0; SELECT city_id, city, country_id FROM city WHERE city_id = 0; SELECT 'x'";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
