using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>
/// Reads only. The first row fills the server's buffer, so that it is sent before the second one, which takes the longer the more
/// cities it starts from: with all 600, far longer than any test.
/// </summary>
internal readonly struct SlowRest(int cities) : IQuery<long>
{
    public static string CommandText => """
        SELECT 7, REPEAT('x', 1000000)
        UNION ALL SELECT COUNT(*), 'y' FROM (SELECT city FROM city LIMIT ?) a, city b, city c WHERE a.city = CONCAT(b.city, REVERSE(c.city))
        """;

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(cities);
}
