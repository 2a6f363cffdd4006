using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>How many rows the table has, as its own session sees it.</summary>
internal readonly struct CountBulk : IQuery<long>
{
    public static string CommandText => "SELECT COUNT(*) FROM bulk_city";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
