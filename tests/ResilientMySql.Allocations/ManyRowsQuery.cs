using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>So many rows of one number, which nothing has to be allocated for.</summary>
internal readonly struct ManyRowsQuery(int rows) : IQuery<int>
{
    public static string CommandText => "SELECT a.city_id FROM city a, (SELECT 1 FROM city LIMIT 2) b LIMIT ?";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(rows);
}
