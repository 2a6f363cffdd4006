using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it: so many cities, as ref structs.</summary>
internal readonly struct NameBytesQuery(int rows) : IQuery<NameBytes>
{
    private static readonly string[] Names = ["CityId", "City"];

    public static string CommandText => "SELECT city_id, city FROM city ORDER BY city_id LIMIT ?";

    public static ReadOnlySpan<string> Members => Names;

    public static NameBytes Read<TRow>(scoped ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.Utf8(1));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(rows);
}
