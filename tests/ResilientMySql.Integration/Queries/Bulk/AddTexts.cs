using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>Rows of any size, for a table that a test makes.</summary>
internal readonly struct AddTexts(IReadOnlyList<(string Text, byte[] Bytes)> rows) : IBulkStatement
{
    public static string Head => "INSERT INTO bulk_text (text, bytes) VALUES ";

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
        sink.String(rows[row].Text);
        sink.Bytes(rows[row].Bytes);
    }

    public void BindTail<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
