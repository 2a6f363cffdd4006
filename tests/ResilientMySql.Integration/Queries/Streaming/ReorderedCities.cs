using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Its columns are not in the order of its members.</summary>
internal readonly struct ReorderedCities : IQuery<City>
{
    private static readonly string[] Names = ["CityId", "city", "CountryId"];

    public static string CommandText => "SELECT country_id, city, city_id FROM city ORDER BY city_id";

    public static ReadOnlySpan<string> Members => Names;

    public static City Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.String(1), row.Int32(2));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
