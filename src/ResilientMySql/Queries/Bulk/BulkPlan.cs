namespace ResilientMySql.Queries.Bulk;

/// <summary>Divides rows into statements that the server takes. Pure.</summary>
internal static class BulkPlan
{
    /// <summary>As many placeholders as the protocol can count.</summary>
    public const int MostPlaceholders = 65_535;

    // The packet's own head, and what the driver may say about the call along with it.
    private const int LargestPreamble = 1_024;

    /// <summary>As few statements as are sure to fit, in the order of the rows.</summary>
    /// <param name="bulk">The rows; at least one.</param>
    /// <param name="packetLimit">The server's max_allowed_packet, in bytes.</param>
    /// <exception cref="ArgumentException">A row does not fit into a statement of its own.</exception>
    public static List<BulkChunk> Divide<TBulk>(TBulk bulk, long packetLimit)
        where TBulk : struct, IBulkStatement
    {
        var frame = new SizeSink(looksAtValues: true);
        bulk.BindHead(ref frame);
        bulk.BindTail(ref frame);
        long room = packetLimit - Math.Min(LargestPreamble, packetLimit / 4) - BulkTexts<TBulk>.FrameSize - frame.Size;

        var chunks = new List<BulkChunk>(1);
        int rows = bulk.RowCount;
        int first = 0;
        long size = 0;
        int placeholders = frame.Count;
        for (int row = 0; row < rows; row++)
        {
            var bound = new SizeSink(looksAtValues: false);
            bulk.BindRow(row, ref bound);
            long rowSize = BulkTexts<TBulk>.RowSize + bound.Size;
            if (rowSize > room)
                rowSize = MeasureLarge(bulk, row, room, packetLimit);

            if (row > first && (size + rowSize > room || placeholders + bound.Count > MostPlaceholders))
            {
                chunks.Add(new(first, row - first));
                (first, size, placeholders) = (row, 0, frame.Count);
            }

            size += rowSize;
            placeholders += bound.Count;
        }

        chunks.Add(new(first, rows - first));
        return chunks;
    }

    /// <summary>A row that may be too large is looked through.</summary>
    private static long MeasureLarge<TBulk>(TBulk bulk, int row, long room, long packetLimit)
        where TBulk : struct, IBulkStatement
    {
        var measured = new SizeSink(looksAtValues: true);
        bulk.BindRow(row, ref measured);
        long size = BulkTexts<TBulk>.RowSize + measured.Size;
        return size <= room ? size : throw new ArgumentException(
            $"Row {row} takes {size} bytes in the statement, and the server takes {packetLimit} bytes at once (max_allowed_packet), of which {Math.Max(0, room)} are left for a row. Nothing was sent.");
    }
}
