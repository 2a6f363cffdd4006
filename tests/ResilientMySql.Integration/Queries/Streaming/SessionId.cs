using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>The server's number of the session that it runs on.</summary>
internal readonly struct SessionId : IQuery<long>
{
    public static string CommandText => "SELECT CONNECTION_ID()";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
