using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct OptionalCityIdQuery(int id) : IQuery<int?>
{
    public static string CommandText => CityIdQuery.CommandText;

    public static int? Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.IsNull(0) ? null : row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
