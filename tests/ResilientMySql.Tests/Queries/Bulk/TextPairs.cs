using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries.Bulk;

/// <summary>Rows of two texts, with an argument before them and one behind.</summary>
internal readonly struct TextPairs(params string[] texts) : IBulkStatement
{
    public static string Head => "INSERT INTO t VALUES (?, ''), ";

    public static string Row => "(?, ?)";

    public static string Tail => " ON DUPLICATE KEY UPDATE a = ?";

    public int RowCount => texts.Length;

    public void BindHead<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(0);

    public void BindRow<TSink>(int row, ref TSink sink)
        where TSink : struct, IParameterSink
    {
        sink.String(texts[row]);
        sink.String(null);
    }

    public void BindTail<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int32(0);
}
