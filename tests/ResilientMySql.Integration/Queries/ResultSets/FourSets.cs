using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>One result set too many.</summary>
internal readonly struct FourSets : IStatement
{
    public static string CommandText => "SELECT 1; SELECT city_id, city, country_id FROM city; SELECT 'x'; SELECT 4";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
