using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A number has no bytes that could be shown.</summary>
internal readonly struct ViewOfNumber : IQuery<ReadOnlySpan<byte>>
{
    public static string CommandText => "SELECT city_id FROM city ORDER BY city_id";

    public static ReadOnlySpan<byte> Read<TRow>(scoped ref TRow row)
        where TRow : struct, IRow => row.Utf8(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
