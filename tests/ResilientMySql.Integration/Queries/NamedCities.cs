using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Cities from a table in which everything may be NULL.</summary>
internal readonly struct NamedCities : IQuery<City>
{
    public static string CommandText => "SELECT city_id, city, country_id FROM named";

    public static ReadOnlySpan<string> Members => CitiesOf.Members;

    public static City Read<TRow>(ref TRow row)
        where TRow : struct, IRow => CitiesOf.Read(ref row);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
