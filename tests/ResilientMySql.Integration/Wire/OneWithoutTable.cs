using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>A read that touches no table, and so begins no transaction where autocommit is off.</summary>
internal readonly struct OneWithoutTable : IQuery<long>
{
    public static string CommandText => "SELECT 1";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
