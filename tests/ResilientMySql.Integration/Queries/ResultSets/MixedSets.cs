using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>Three result sets, and a write between them that has none.</summary>
internal readonly struct MixedSets : IStatement
{
    public static string CommandText => "SELECT 7; UPDATE city SET city = 'Atlantis' WHERE city_id = 1; SELECT city_id, city, country_id FROM city WHERE city_id = 1; SELECT NULL";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
