using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>The first row fills the server's buffer, so that it is sent before the second one fails.</summary>
internal readonly struct FailsLater : IQuery<long>
{
    public static string CommandText => "SELECT 7, REPEAT('x', 1000000) UNION ALL SELECT (SELECT city_id FROM city WHERE city_id < c.city_id), 'y' FROM city c WHERE c.city_id = 3";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
