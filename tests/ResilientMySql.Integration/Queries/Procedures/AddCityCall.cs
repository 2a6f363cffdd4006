using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>As the generator writes a method with one out parameter.</summary>
internal readonly struct AddCityCall(string name) : IProcedure<int>
{
    public static string Name => "`add_city`";

    public static ReadOnlySpan<ProcedureArgument> Arguments => [ProcedureArgument.In, ProcedureArgument.Out];

    public static int ReadOut<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.String(name);
}
