using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct TwoScalarsQuery(int id) : IStatement
{
    public static string CommandText => Texts.TwoSets;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.Int32(id);
        sink.Int32(id);
    }
}
