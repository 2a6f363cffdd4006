using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct CityIdQuery(int id) : IQuery<int>
{
    public static string CommandText => "SELECT city_id FROM city WHERE city_id = ?";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
