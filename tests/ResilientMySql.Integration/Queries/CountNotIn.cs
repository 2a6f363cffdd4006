using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Two lists, and a column that may be NULL, which is not in nothing.</summary>
internal readonly struct CountNotIn(IReadOnlyList<string> lines, IReadOnlyList<string> districts) : IQuery<long>
{
    public static string CommandText => "SELECT COUNT(*) FROM (SELECT NULL AS line, 'here' AS district UNION ALL SELECT 'a', 'there') t WHERE line NOT IN (?) AND district NOT IN (?)";

    public static ReadOnlySpan<int> Lists => [0, 1];

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public int CountOf(int list) => list == 0 ? lines.Count : districts.Count;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        for (int place = 0; place < ListSizes.Places(lines.Count); place++)
            sink.String(lines[ListSizes.Item(place, lines.Count)]);

        for (int place = 0; place < ListSizes.Places(districts.Count); place++)
            sink.String(districts[ListSizes.Item(place, districts.Count)]);
    }
}
