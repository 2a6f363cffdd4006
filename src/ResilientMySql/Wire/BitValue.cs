using System.Buffers.Text;

namespace ResilientMySql.Wire;

/// <summary>Reads BIT(n).</summary>
internal static class BitValue
{
    // What is shorter than this many bits cannot be mistaken for a digit.
    private const int BitsBelowDigits = 5;

    /// <summary>
    /// Bytes with the highest first, as a rule. With the BINARY flag, which expressions have, they are digits, except where a server
    /// sends bytes nevertheless.
    /// </summary>
    /// <exception cref="FormatException">They should be digits, and are none.</exception>
    public static ulong Read(ColumnDefinition column, ReadOnlySpan<byte> value)
    {
        if ((column.Flags & ColumnFlags.Binary) == 0)
            return BigEndian(value);

        if (column.Length <= BitsBelowDigits && value.Length == 1 && value[0] < 1 << (int)column.Length)
            return value[0];

        return Utf8Parser.TryParse(value, out ulong number, out int consumed) && consumed == value.Length ? number : throw new FormatException("The bits are no digits.");
    }

    private static ulong BigEndian(ReadOnlySpan<byte> value)
    {
        ulong bits = 0;
        foreach (byte part in value)
            bits = bits << 8 | part;

        return bits;
    }
}
