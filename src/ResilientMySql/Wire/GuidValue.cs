using System.Buffers.Text;
using System.Text;
using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Reads GUIDs in the session's format, and those that lie in text or in 16 bytes elsewhere.</summary>
internal static class GuidValue
{
    private const int GuidBytes = 16;

    // The longest notation has 68 characters; only blanks can make it longer.
    private const int TextOnStack = 256;

    public static Guid Guid(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.GuidChar36 => Utf8Parser.TryParse(value, out Guid guid, out int consumed, 'D') && consumed == 36 ? guid : throw Mismatch(),
        ColumnKind.GuidChar32 => Utf8Parser.TryParse(value, out Guid guid, out int consumed, 'N') && consumed == 32 ? guid : throw Mismatch(),
        ColumnKind.GuidBinary16 or ColumnKind.GuidTimeSwapBinary16 or ColumnKind.GuidLittleEndianBinary16 or ColumnKind.Bytes or ColumnKind.Geometry =>
            value.Length == GuidBytes ? OfBytes(value, column.Guids) : throw Mismatch(),
        ColumnKind.Text => OfText(value),
        _ => throw Mismatch(),
    };

    private static Guid OfBytes(ReadOnlySpan<byte> value, MySqlGuidFormat guids) => guids switch
    {
        MySqlGuidFormat.Binary16 => new Guid(value, bigEndian: true),
        MySqlGuidFormat.TimeSwapBinary16 => OfTimeSwapped(value),
        _ => new Guid(value),
    };

    /// <summary>The time's high and middle parts come first, so that keys grow: UUID_TO_BIN(…, 1).</summary>
    private static Guid OfTimeSwapped(ReadOnlySpan<byte> value)
    {
        Span<byte> swapped = stackalloc byte[GuidBytes];
        value.CopyTo(swapped);
        swapped[..8].Reverse();
        return new Guid(swapped);
    }

    private static Guid OfText(ReadOnlySpan<byte> value)
    {
        if (value.Length > TextOnStack)
            return System.Guid.TryParse(Encoding.UTF8.GetString(value), out Guid blanks) ? blanks : throw Mismatch();

        Span<char> text = stackalloc char[TextOnStack];
        int length = Encoding.UTF8.GetChars(value, text);
        return System.Guid.TryParse(text[..length], out Guid guid) ? guid : throw Mismatch();
    }

    private static InvalidCastException Mismatch() => new("The column holds no GUID.");
}
