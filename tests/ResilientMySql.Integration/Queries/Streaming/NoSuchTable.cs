using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A mistake that only the server can find.</summary>
internal readonly struct NoSuchTable : IStatement
{
    public static string CommandText => "SELECT 1 FROM no_such_table";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
