using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>360,000 rows: more than fits into any buffer on the way.</summary>
internal readonly struct CityPairs : IQuery<int>
{
    public static string CommandText => "SELECT a.city_id FROM city a, city b";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
