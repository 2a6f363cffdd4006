using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>One result set too few.</summary>
internal readonly struct TwoSets : IStatement
{
    public static string CommandText => "SELECT 1; SELECT city_id, city, country_id FROM city";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
