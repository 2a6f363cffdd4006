namespace ResilientMySql.Queries;

/// <summary>Reads the first column as text, whatever the statement was.</summary>
internal readonly struct FirstText : IQuery<string?>
{
    public static string CommandText => "";

    public static string? Read<TRow>(ref TRow row)
        where TRow : struct, IRow => row.IsNull(0) ? null : row.String(0);

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
