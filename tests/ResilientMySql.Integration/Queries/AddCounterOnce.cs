using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>The same, without saying so.</summary>
internal readonly struct AddCounterOnce(int id) : IStatement
{
    public static string CommandText => AddCounter.CommandText;

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
