using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>The server makes the column of the types of its arguments.</summary>
internal readonly struct NumberOrFive(int? number) : IQuery<int>
{
    public static string CommandText => "SELECT COALESCE(?, 5)";

    public static int Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int32(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(number);
}
