using System.Text;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.Bulk;

/// <summary>What is known of a generated bulk statement once and for all.</summary>
internal static class BulkTexts<TBulk>
    where TBulk : struct, IBulkStatement
{
    private const string Comma = ", ";

    /// <summary>The statement with one row: what it does, and how it is called, does not depend on how many there are.</summary>
    public static readonly string OfOneRow = TBulk.Head + TBulk.Row + TBulk.Tail;

    /// <summary>What surrounds the rows, in bytes, without its arguments.</summary>
    public static readonly long FrameSize = Encoding.UTF8.GetByteCount(TBulk.Head) + Encoding.UTF8.GetByteCount(TBulk.Tail);

    /// <summary>A row and its comma, in bytes, without its arguments.</summary>
    public static readonly long RowSize = Encoding.UTF8.GetByteCount(TBulk.Row) + Comma.Length;

    /// <summary>One entry for each set of dialects, by its number.</summary>
    private static readonly StatementEffects[] Effects =
        [.. Enumerable.Range(0, (int)ServerDialects.Any + 1).Select(static dialect => StatementClassifier.Classify(OfOneRow, (ServerDialects)dialect))];

    /// <summary>What the statement does on a server of that dialect.</summary>
    public static StatementEffects EffectsOn(ServerDialects dialect) => Effects[(int)dialect];

    /// <summary>The statement with so many rows.</summary>
    public static string Of(int rows)
    {
        if (rows == 1)
            return OfOneRow;

        var text = new StringBuilder(TBulk.Head, TBulk.Head.Length + (rows * (TBulk.Row.Length + Comma.Length)) + TBulk.Tail.Length);
        text.Append(TBulk.Row);
        for (int row = 1; row < rows; row++)
            text.Append(Comma).Append(TBulk.Row);

        return text.Append(TBulk.Tail).ToString();
    }
}
