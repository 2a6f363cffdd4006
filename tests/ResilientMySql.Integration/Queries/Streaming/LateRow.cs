using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>
/// The first row fills the server's buffer, so that it is sent before the others, each of which takes its time: a sleep that is
/// interrupted returns 1 on MySQL, and the next one fails.
/// </summary>
internal readonly struct LateRow(double seconds) : IQuery<long>
{
    public static string CommandText => "SELECT 7, REPEAT('x', 1000000) UNION ALL SELECT SLEEP(?), 'y' UNION ALL SELECT SLEEP(?), 'z'";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Double(seconds);
        sink.Double(seconds);
    }
}
