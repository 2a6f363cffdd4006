using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A text or NULL, where it was received.</summary>
internal readonly struct ViewOf(string? text) : IQuery<ReadOnlySpan<byte>>
{
    public static string CommandText => "SELECT CONCAT(?, '') AS name";

    public static ReadOnlySpan<byte> Read<TRow>(scoped ref TRow row)
        where TRow : struct, IRow => row.Utf8(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.String(text);
}
