using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct BytesQuery(int id) : IStatement
{
    public static string CommandText => Texts.Bytes;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
