using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>As the generator writes a query with a list.</summary>
internal readonly struct CityIdsIn(int from, IReadOnlyList<int> ids) : IQuery<int>
{
    public static string CommandText => "SELECT city_id FROM city WHERE city_id >= ? AND city_id IN (?) ORDER BY city_id";

    public static ReadOnlySpan<int> Lists => [1];

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public int CountOf(int list) => ids.Count;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Int32(from);
        for (int place = 0; place < ListSizes.Places(ids.Count); place++)
            sink.Int32(ids[ListSizes.Item(place, ids.Count)]);
    }
}
