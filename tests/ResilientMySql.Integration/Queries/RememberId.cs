using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Sets the id that its own answer tells; none where it is null.</summary>
internal readonly struct RememberId(ulong? id) : IStatement
{
    public static string CommandText => "UPDATE city SET country_id = country_id WHERE city_id = 1 AND (? IS NULL OR LAST_INSERT_ID(CAST(? AS UNSIGNED)) > 0)";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.UInt64(id);
        sink.UInt64(id);
    }
}
