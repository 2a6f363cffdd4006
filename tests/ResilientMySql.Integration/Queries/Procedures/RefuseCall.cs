using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>The procedure raises an error.</summary>
internal readonly struct RefuseCall : IProcedure<int>
{
    public static string Name => "refuse";

    public static ReadOnlySpan<ProcedureArgument> Arguments => [ProcedureArgument.Out];

    public static int ReadOut<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
