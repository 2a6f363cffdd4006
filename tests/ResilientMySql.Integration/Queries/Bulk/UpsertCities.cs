using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>Arguments before the rows, in them, and behind them.</summary>
internal readonly struct UpsertCities(int first, IReadOnlyList<int> ids, string name) : IBulkStatement
{
    public static string Head => "INSERT INTO city (city_id, city, country_id) VALUES (?, 'first', 102), ";

    public static string Row => "(?, 'new', 102)";

    public static string Tail => " ON DUPLICATE KEY UPDATE city = ?";

    public int RowCount => ids.Count;

    public void BindHead<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(first);

    public void BindRow<TSink>(int row, ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(ids[row]);

    public void BindTail<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.String(name);
}
