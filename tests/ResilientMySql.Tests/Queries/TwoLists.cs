using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

/// <summary>A statement with a plain argument and two lists of the sizes given.</summary>
internal readonly struct TwoLists(int first, int second) : IStatement
{
    public static string CommandText => "DELETE FROM t WHERE a IN (?) AND b = ? AND c IN (?)";

    public static ReadOnlySpan<int> Lists => [0, 2];

    public int CountOf(int list) => list == 0 ? first : second;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => throw new NotSupportedException("Only its text is asked for.");
}
