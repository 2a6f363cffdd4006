using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Compares a text with names, as texts: all of them are greater than digits.</summary>
internal readonly struct NamesAfterText(string text) : IQuery<long>
{
    public static string CommandText => "SELECT COUNT(*) FROM city WHERE ? < city";

    public static long Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.Int64(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.String(text);
}
