using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Any statement, read as one text a row.</summary>
internal readonly struct AnyStatement<TKey>(Action<IParameterSink>? bind) : IQuery<string>
    where TKey : class
{
    public static string CommandText => TextOf<TKey>.Sql;

    public static string Read<TRow>(ref TRow row)
        where TRow : struct, IRow => TextOf<TKey>.Getters is { } getters ? RowText.Of(ref row, getters) : RowText.OfEveryGetter(ref row);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
        if (bind is null)
            return;

        IParameterSink boxed = sink;
        bind(boxed);
        sink = (TSink)boxed;
    }
}
