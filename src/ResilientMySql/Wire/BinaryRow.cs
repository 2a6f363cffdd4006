namespace ResilientMySql.Wire;

/// <summary>How a row of a prepared statement begins: one byte, then a bit for each column that is NULL, two bits late.</summary>
internal static class BinaryRow
{
    public const byte Header = 0x00;

    private const int FirstBit = 2;

    /// <summary>Where the values begin.</summary>
    public static int HeaderBytes(int columnCount) => 1 + (columnCount + FirstBit + 7) / 8;

    /// <param name="row">At least its header.</param>
    /// <param name="ordinal">Which column, from 0.</param>
    public static bool IsNull(ReadOnlySpan<byte> row, int ordinal)
    {
        int bit = ordinal + FirstBit;
        return (row[1 + bit / 8] & 1 << bit % 8) != 0;
    }
}
