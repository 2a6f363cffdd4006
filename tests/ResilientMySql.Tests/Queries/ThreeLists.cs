using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

/// <summary>A statement with three lists of the sizes given, which may run twice.</summary>
internal readonly struct ThreeLists(int first, int second, int third) : IStatement
{
    public static string CommandText => "DELETE FROM t WHERE a IN (?) AND b IN (?) AND c IN (?)";

    public static bool IsDeclaredIdempotent => true;

    public static ReadOnlySpan<int> Lists => [0, 1, 2];

    public int CountOf(int list) => list switch
    {
        0 => first,
        1 => second,
        _ => third,
    };

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => throw new NotSupportedException("Only its text is asked for.");
}
