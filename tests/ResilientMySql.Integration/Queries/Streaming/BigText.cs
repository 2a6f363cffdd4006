using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>One column of text; rows behind it that nobody wants.</summary>
internal readonly struct BigText(string? text, int rows) : IStatement
{
    public static string CommandText => "SELECT CONCAT(?, '') FROM city ORDER BY city_id LIMIT ?";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(text);
        sink.Int32(rows);
    }
}
