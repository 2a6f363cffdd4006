using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Compares a number with names, as numbers: none of them is greater.</summary>
internal readonly struct NamesAfterNumber(int number) : IQuery<long>
{
    public static string CommandText => NamesAfterText.CommandText;

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(number);
}
