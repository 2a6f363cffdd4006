using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>No result set at all.</summary>
internal readonly struct NoSets : IStatement
{
    public static string CommandText => "UPDATE city SET city = city WHERE city_id = 0";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
