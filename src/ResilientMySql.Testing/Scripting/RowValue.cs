using System.Globalization;
using System.Text;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>Writes values of rows in the protocol's two forms. MySQL Internals, "Column Definition", "Binary Protocol Value".</summary>
internal static class RowValue
{
    private const byte Double = 0x05, LongLong = 0x08, DateAndTime = 0x0C, NewDecimal = 0xF6, Blob = 0xFC, VarString = 0xFD;
    private const ushort Binary = 63, Utf8Mb4 = 45;
    private const uint LongestText = 1 << 16, LongestNumber = 20;

    /// <summary>The value in the one type of its kind that is written.</summary>
    public static object? Normalize(object? value) => value switch
    {
        null or string or byte[] or long or double or decimal or DateTime => value,
        bool flag => flag ? 1L : 0L,
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float number => (double)number,
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a value of a row.", nameof(value)),
    };

    public static byte TypeOf(object? value) => value switch
    {
        long => LongLong,
        double => Double,
        decimal => NewDecimal,
        DateTime => DateAndTime,
        byte[] => Blob,
        _ => VarString,
    };

    public static ReadOnlyMemory<byte> Column(string name, byte type) => new PayloadWriter()
        .LengthEncodedText("def")
        .LengthEncodedText("").LengthEncodedText("").LengthEncodedText("") // schema, table, its real name
        .LengthEncodedText(name).LengthEncodedText("") // and the column's real name
        .Byte(0x0C)
        .UInt16(type is VarString ? Utf8Mb4 : Binary)
        .UInt32(type is VarString or Blob ? LongestText : LongestNumber)
        .Byte(type)
        .UInt16(0) // flags
        .Byte(type is Double or VarString ? (byte)0x1F : (byte)0)
        .UInt16(0)
        .Payload;

    public static ReadOnlyMemory<byte> TextRow(IReadOnlyList<object?> row)
    {
        const byte Null = 0xFB;
        var writer = new PayloadWriter();
        foreach (object? value in row)
            _ = value is null ? writer.Byte(Null) : writer.LengthEncodedBytes(Text(value));
        return writer.Payload;
    }

    public static ReadOnlyMemory<byte> BinaryRow(IReadOnlyList<object?> row, byte[] types)
    {
        const int NullsOffset = 2;
        var nulls = new byte[(row.Count + 7 + NullsOffset) / 8];
        for (int i = 0; i < row.Count; i++)
        {
            int bit = i + NullsOffset;
            nulls[bit / 8] |= (byte)(row[i] is null ? 1 << (bit % 8) : 0);
        }

        PayloadWriter writer = new PayloadWriter().Byte(0x00).Bytes(nulls);
        for (int i = 0; i < row.Count; i++)
        {
            if (row[i] is { } value)
                WriteBinary(writer, value, types[i]);
        }

        return writer.Payload;
    }

    private static void WriteBinary(PayloadWriter writer, object value, byte type) => _ = (type, value) switch
    {
        (LongLong, long number) => writer.UInt64((ulong)number),
        (Double, double number) => writer.UInt64(BitConverter.DoubleToUInt64Bits(number)),
        (DateAndTime, DateTime moment) => writer
            .Byte(11).UInt16((ushort)moment.Year).Byte((byte)moment.Month).Byte((byte)moment.Day)
            .Byte((byte)moment.Hour).Byte((byte)moment.Minute).Byte((byte)moment.Second)
            .UInt32((uint)(moment.TimeOfDay.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond)),
        (NewDecimal or Blob or VarString, _) => writer.LengthEncodedBytes(Text(value)),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} stands in a column whose first value has another type."),
    };

    private static byte[] Text(object value) => value switch
    {
        byte[] bytes => bytes,
        DateTime moment => Encoding.UTF8.GetBytes(moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
        _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
