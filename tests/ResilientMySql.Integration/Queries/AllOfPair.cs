using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Takes whatever columns the table has, and wants two.</summary>
internal readonly struct AllOfPair : IQuery<(int Left, int Right)>
{
    private static readonly string[] Names = ["Left", "Right"];

    public static string CommandText => "SELECT * FROM pair";

    public static ReadOnlySpan<string> Members => Names;

    public static (int Left, int Right) Read<TRow>(ref TRow row)
        where TRow : struct, IRow => (row.Int32(0), row.Int32(1));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
