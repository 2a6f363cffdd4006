using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire;

/// <summary>Calls a procedure that begins a transaction, of which its text says nothing.</summary>
internal readonly struct CallOfBegins : IStatement
{
    public static string CommandText => "CALL begins()";

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
