using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct CityKeysQuery(int id) : IQuery<CityKeys>
{
    private static readonly string[] Names = ["CityId", "CountryId"];

    public static string CommandText => "SELECT city_id, country_id FROM city WHERE city_id = ?";

    public static ReadOnlySpan<string> Members => Names;

    public static CityKeys Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.Int32(1));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
