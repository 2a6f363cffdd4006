using System.Buffers.Text;
using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Writes a <see cref="Guid"/> in the form that the connection string asks for with <c>GuidFormat</c>.</summary>
internal static class GuidEncoding
{
    private const int ByteCount = 16;

    /// <summary>The type under which the server gets it.</summary>
    public static ParameterType TypeFor(MySqlGuidFormat format) =>
        format is MySqlGuidFormat.Default or MySqlGuidFormat.Char36 or MySqlGuidFormat.Char32 ? ParameterType.String : ParameterType.Blob;

    public static void WriteGuid(this SendBuffer buffer, Guid value, MySqlGuidFormat format)
    {
        switch (format)
        {
            case MySqlGuidFormat.Binary16:
                buffer.WriteBinary(value, isBigEndian: true);
                break;
            case MySqlGuidFormat.TimeSwapBinary16:
                SwapTime(buffer.WriteBinary(value, isBigEndian: true));
                break;
            case MySqlGuidFormat.LittleEndianBinary16:
                buffer.WriteBinary(value, isBigEndian: false);
                break;
            case MySqlGuidFormat.Char32:
                buffer.WriteDigits(value, 'N', 32);
                break;
            default:
                buffer.WriteDigits(value, 'D', 36);
                break;
        }
    }

    private static Span<byte> WriteBinary(this SendBuffer buffer, Guid value, bool isBigEndian)
    {
        buffer.WriteByte(ByteCount);
        Span<byte> bytes = buffer.Reserve(ByteCount);
        value.TryWriteBytes(bytes, isBigEndian, out _);
        buffer.Advance(ByteCount);
        return bytes;
    }

    private static void WriteDigits(this SendBuffer buffer, Guid value, char format, byte length)
    {
        buffer.WriteByte(length);
        Utf8Formatter.TryFormat(value, buffer.Reserve(length), out _, format);
        buffer.Advance(length);
    }

    /// <summary>The time's highest part first, as UUID_TO_BIN(…, 1) has it, so that keys grow with time.</summary>
    private static void SwapTime(Span<byte> bytes)
    {
        Span<byte> low = stackalloc byte[4];
        Span<byte> middle = stackalloc byte[2];
        bytes[..4].CopyTo(low);
        bytes[4..6].CopyTo(middle);
        bytes[6..8].CopyTo(bytes);
        middle.CopyTo(bytes[2..]);
        low.CopyTo(bytes[4..]);
    }
}
