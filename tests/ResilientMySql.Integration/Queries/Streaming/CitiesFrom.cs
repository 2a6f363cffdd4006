using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>As the generator writes a query for rows: the cities from a number on.</summary>
internal readonly struct CitiesFrom(int id) : IQuery<City>
{
    private static readonly string[] Names = ["CityId", "city", "CountryId"];

    public static string CommandText => "SELECT city_id, city, country_id FROM city WHERE city_id >= ? ORDER BY city_id";

    public static ReadOnlySpan<string> Members => Names;

    public static City Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.String(1), row.Int32(2));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
