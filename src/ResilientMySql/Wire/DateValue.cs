using System.Buffers.Binary;

namespace ResilientMySql.Wire;

/// <summary>Reads dates and times. What is none, zeros included, ends in an exception that is no <see cref="OverflowException"/>.</summary>
internal static class DateValue
{
    private const int DateBytes = 4;
    private const int SecondsBytes = 7;
    private const int TimeSecondsBytes = 8;

    public static DateTime DateTime(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.DateTime => Binary(value),
        ColumnKind.Text => DateText.Parse(value),
        _ => throw new InvalidCastException("The column holds no date."),
    };

    public static TimeSpan TimeSpan(ColumnDefinition column, ReadOnlySpan<byte> value) =>
        column.Kind is ColumnKind.Time ? Time(value) : throw new InvalidCastException("The column holds no time.");

    /// <summary>DATE, DATETIME and TIMESTAMP: 4 bytes where the time is zero, 7 where it has no fraction, otherwise 11.</summary>
    public static DateTime Binary(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            throw new InvalidCastException("0000-00-00 is no date.");

        int year = BinaryPrimitives.ReadUInt16LittleEndian(value);
        (int hour, int minute, int second) = value.Length > DateBytes ? (value[4], value[5], value[6]) : (0, 0, 0);
        int microseconds = value.Length > SecondsBytes ? BinaryPrimitives.ReadInt32LittleEndian(value[SecondsBytes..]) : 0;
        return new DateTime(year, value[2], value[3], hour, minute, second, microseconds / 1000, microseconds % 1000, DateTimeKind.Unspecified);
    }

    /// <summary>TIME: nothing where it is zero, 8 bytes where it has no fraction, otherwise 12; the first is its sign.</summary>
    private static TimeSpan Time(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return System.TimeSpan.Zero;

        int sign = value[0] == 0 ? 1 : -1;
        int days = BinaryPrimitives.ReadInt32LittleEndian(value[1..]);
        int microseconds = value.Length > TimeSecondsBytes ? BinaryPrimitives.ReadInt32LittleEndian(value[TimeSecondsBytes..]) : 0;
        return System.TimeSpan.FromDays(sign * days, sign * value[5], sign * value[6], sign * value[7], microseconds: sign * microseconds);
    }
}
