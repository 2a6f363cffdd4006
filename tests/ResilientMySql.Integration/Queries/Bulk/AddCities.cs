using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>As the generator writes an INSERT of a collection.</summary>
internal readonly struct AddCities(IReadOnlyList<NewCity> rows) : IBulkStatement
{
    public static string Head => "INSERT INTO bulk_city (name, country_id) VALUES ";

    public static string Row => "(?, ?)";

    public static string Tail => "";

    public int RowCount => rows.Count;

    public void BindHead<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }

    public void BindRow<TSink>(int row, ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(rows[row].Name);
        sink.Int32(rows[row].CountryId);
    }

    public void BindTail<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
