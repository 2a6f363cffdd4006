using ResilientMySql.Queries;

namespace ResilientMySql.Allocations;

/// <summary>As the generator writes it.</summary>
internal readonly struct OneRowQuery(int id) : IQuery<CityRow>
{
    private static readonly string[] Names = ["CityId", "City"];

    public static string CommandText => Texts.OneRow;

    public static ReadOnlySpan<string> Members => Names;

    public static CityRow Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new(row.Int32(0), row.String(1));

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(id);
}
