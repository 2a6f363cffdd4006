using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A text, nothing, and no text; the last row is of any length.</summary>
internal readonly struct Texts(string text, int length) : IQuery<string?>
{
    public static string CommandText => "SELECT ? UNION ALL SELECT NULL UNION ALL SELECT '' UNION ALL SELECT REPEAT('ž', ?)";

    public static string? Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.IsNull(0) ? null : row.String(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(text);
        sink.Int32(length);
    }
}
