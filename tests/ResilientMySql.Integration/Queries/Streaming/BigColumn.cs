using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>One column, of bytes or of text; rows behind it that nobody wants.</summary>
internal readonly struct BigColumn(byte[]? bytes, int rows) : IStatement
{
    public static string CommandText => "SELECT CAST(? AS BINARY) FROM city ORDER BY city_id LIMIT ?";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Bytes(bytes);
        sink.Int32(rows);
    }
}
