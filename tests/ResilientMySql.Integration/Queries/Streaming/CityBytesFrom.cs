using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>As the generator writes it: the cities from a number on, as ref structs.</summary>
internal readonly struct CityBytesFrom(int id) : IQuery<CityBytes>
{
    private static readonly string[] Names = ["CityId", "City"];

    public static string CommandText => "SELECT city_id, city FROM city WHERE city_id >= ? ORDER BY city_id";

    public static ReadOnlySpan<string> Members => Names;

    public static CityBytes Read<TRow>(scoped ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.Utf8(1));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
