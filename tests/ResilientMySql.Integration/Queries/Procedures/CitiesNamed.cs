using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>As the generator writes a procedure without OUT arguments that selects rows: a query like any other.</summary>
internal readonly struct CitiesNamed(string name) : IQuery<City>
{
    private static readonly string[] Names = ["CityId", "city", "CountryId"];

    public static string CommandText => "CALL cities_named(?)";

    public static ReadOnlySpan<string> Members => Names;

    public static City Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.String(1), row.Int32(2));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.String(name);
}
