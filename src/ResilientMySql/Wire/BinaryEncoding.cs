using System.Globalization;
using System.Text;
using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>
/// Writes values as the binary protocol has them, each of those that carry their length. The same bytes as the driver's, which a
/// test compares. Source: MySQL Internals, "Binary Protocol Value".
/// </summary>
internal static class BinaryEncoding
{
    // A sign, a point, and 29 digits or a zero before 28 of them.
    private const int LongestDecimal = 31;

    // Up to this many bytes, a length is a byte of its value.
    private const int ShortLength = 250;
    private const int MostBytesPerUnit = 3;

    /// <summary>An integer of 1, 3, 4 or 9 bytes: whichever is the shortest.</summary>
    public static void WriteLengthEncoded(this SendBuffer buffer, int value)
    {
        switch (value)
        {
            case <= ShortLength:
                buffer.WriteByte((byte)value);
                break;
            case <= 0xFFFF:
                buffer.WriteByte(0xFC);
                buffer.WriteUInt16((ushort)value);
                break;
            case <= 0xFF_FFFF:
                buffer.WriteUInt32(((uint)value << 8) | 0xFD);
                break;
            default:
                buffer.WriteByte(0xFE);
                buffer.WriteUInt64((ulong)value);
                break;
        }
    }

    public static void WriteTextValue(this SendBuffer buffer, ReadOnlySpan<char> value)
    {
        if (value.Length <= ShortLength / MostBytesPerUnit)
        {
            // The length will fit its byte whatever the text is: no need to go through it twice.
            Span<byte> room = buffer.Reserve(1 + (value.Length * MostBytesPerUnit));
            int length = Encoding.UTF8.GetBytes(value, room[1..]);
            room[0] = (byte)length;
            buffer.Advance(1 + length);
        }
        else
        {
            int length = SendBuffer.LengthOf(value);
            buffer.WriteLengthEncoded(length);
            buffer.WriteText(value, length);
        }
    }

    public static void WriteBytesValue(this SendBuffer buffer, ReadOnlyMemory<byte> value)
    {
        buffer.WriteLengthEncoded(value.Length);

        // The room comes first: where there is none, the memory need not be looked at.
        Span<byte> room = buffer.Reserve(value.Length);
        value.Span.CopyTo(room);
        buffer.Advance(value.Length);
    }

    public static void WriteDecimal(this SendBuffer buffer, decimal value)
    {
        Span<byte> room = buffer.Reserve(1 + LongestDecimal);
        value.TryFormat(room[1..], out int length, default, CultureInfo.InvariantCulture);
        room[0] = (byte)length;
        buffer.Advance(1 + length);
    }

    public static void WriteDecimal(this SendBuffer buffer, MySqlDecimal value) =>
        buffer.WriteTextValue(value.ToString() ?? throw new InvalidOperationException("A MySqlDecimal without a value cannot be sent."));

    /// <summary>A geometry in the server's own format, which is its SRID and its well-known binary form.</summary>
    public static void WriteGeometry(this SendBuffer buffer, MySqlGeometry value)
    {
        ReadOnlySpan<byte> form;
        try
        {
            form = value.WKB;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Shorter than an SRID, and so no geometry: that is the server's to say, which it does to the driver.
            buffer.WriteBytesValue(value.Value);
            return;
        }

        buffer.WriteLengthEncoded(sizeof(int) + form.Length);
        buffer.WriteUInt32((uint)value.SRID);
        buffer.WriteBytes(form);
    }

    public static void WriteDate(this SendBuffer buffer, DateOnly value)
    {
        buffer.WriteByte(4);
        buffer.WriteUInt16((ushort)value.Year);
        buffer.WriteByte((byte)value.Month);
        buffer.WriteByte((byte)value.Day);
    }

    /// <summary>4 bytes at midnight, 7 at full seconds, 11 otherwise; parts of a microsecond are lost.</summary>
    public static void WriteDateTime(this SendBuffer buffer, DateTime value)
    {
        uint microseconds = (uint)(value.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        bool hasTime = value.Hour != 0 || value.Minute != 0 || value.Second != 0;
        buffer.WriteByte((byte)(microseconds != 0 ? 11 : hasTime ? 7 : 4));
        buffer.WriteUInt16((ushort)value.Year);
        buffer.WriteByte((byte)value.Month);
        buffer.WriteByte((byte)value.Day);
        if (microseconds == 0 && !hasTime)
            return;

        buffer.WriteByte((byte)value.Hour);
        buffer.WriteByte((byte)value.Minute);
        buffer.WriteByte((byte)value.Second);
        if (microseconds != 0)
            buffer.WriteUInt32(microseconds);
    }

    /// <summary>The zero date where year, month or day is missing; the time of day goes with it.</summary>
    public static void WriteDateTime(this SendBuffer buffer, MySqlDateTime value)
    {
        if (value.IsValidDateTime)
            buffer.WriteDateTime(value.GetDateTime());
        else
            buffer.WriteByte(0);
    }

    /// <summary>No byte for zero, 8 at full seconds, 12 otherwise; parts of a microsecond are lost.</summary>
    public static void WriteTime(this SendBuffer buffer, TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            buffer.WriteByte(0);
            return;
        }

        // The least of all has no counterpart, and goes as what the driver makes of it: the server's range ends long before.
        bool isNegative = value < TimeSpan.Zero;
        long ticks = isNegative ? unchecked(-value.Ticks) : value.Ticks;
        var time = new TimeSpan(ticks);
        int microseconds = (int)(ticks % TimeSpan.TicksPerSecond) / (int)TimeSpan.TicksPerMicrosecond;
        buffer.WriteByte((byte)(microseconds == 0 ? 8 : 12));
        buffer.WriteByte((byte)(isNegative ? 1 : 0));
        buffer.WriteUInt32((uint)time.Days);
        buffer.WriteByte((byte)time.Hours);
        buffer.WriteByte((byte)time.Minutes);
        buffer.WriteByte((byte)time.Seconds);
        if (microseconds != 0)
            buffer.WriteUInt32((uint)microseconds);
    }
}
