using System.Text;

namespace ResilientMySql.Wire;

/// <summary>Reads text, which the connection has as UTF-8 whatever the column's character set is.</summary>
internal static class TextValue
{
    // What has more bytes has more than one UTF-16 unit, whether it is text or not.
    private const int LongestChar = 4;

    public static string String(ColumnDefinition column, ReadOnlySpan<byte> value) =>
        column.Kind is ColumnKind.Text ? Encoding.UTF8.GetString(value) : throw new InvalidCastException("The column holds no text.");

    /// <summary>Text of one UTF-16 unit.</summary>
    public static char Char(ColumnDefinition column, ReadOnlySpan<byte> value)
    {
        Span<char> text = stackalloc char[LongestChar];
        return column.Kind is ColumnKind.Text && value.Length <= LongestChar && Encoding.UTF8.GetChars(value, text) == 1
            ? text[0]
            : throw new InvalidCastException("The column is not text of one UTF-16 unit.");
    }

    /// <summary>Whether what travels is what the column holds.</summary>
    public static bool IsTextOrBytes(ColumnKind kind) => kind is ColumnKind.Text or ColumnKind.Bytes or ColumnKind.Geometry or ColumnKind.Vector
        or ColumnKind.Decimal or ColumnKind.GuidChar36 or ColumnKind.GuidChar32
        or ColumnKind.GuidBinary16 or ColumnKind.GuidTimeSwapBinary16 or ColumnKind.GuidLittleEndianBinary16;
}
