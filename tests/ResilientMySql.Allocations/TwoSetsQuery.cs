using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>Two result sets of so many rows.</summary>
internal readonly struct TwoSetsQuery(int rows) : IStatement
{
    public static string CommandText => $"{ManyRowsQuery.CommandText}; {ManyRowsQuery.CommandText}";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Int32(rows);
        sink.Int32(rows);
    }
}
