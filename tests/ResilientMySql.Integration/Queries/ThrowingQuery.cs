using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>A query whose converter throws, on the way out or on the way back.</summary>
internal readonly struct ThrowingQuery(Exception? whenBound, Exception? whenRead) : IQuery<int>, IStatement
{
    [ThreadStatic]
    private static Exception? _whenRead;

    public static string CommandText => "SELECT city_id FROM city WHERE city_id = ?";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => _whenRead is { } thrown ? throw thrown : row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        _whenRead = whenRead;
        if (whenBound is not null)
            throw whenBound;

        sink.Int32(312);
    }
}
