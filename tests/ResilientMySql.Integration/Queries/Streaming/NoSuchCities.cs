using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A mistake that only the server can find, in a query for rows.</summary>
internal readonly struct NoSuchCities : IQuery<int>
{
    public static string CommandText => "SELECT no_such_column FROM city";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
