using System.Globalization;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Wire;

/// <summary>Every getter of a row, with what it gives in words that tell any difference.</summary>
internal static class RowGetters
{
    public const int Count = 25;

    public static string Read<TRow>(ref TRow row, int getter, int ordinal)
        where TRow : struct, IRow => getter switch
        {
            0 => Say(row.Boolean(ordinal)),
            1 => Say(row.SByte(ordinal)),
            2 => Say(row.Byte(ordinal)),
            3 => Say(row.Int16(ordinal)),
            4 => Say(row.UInt16(ordinal)),
            5 => Say(row.Int32(ordinal)),
            6 => Say(row.UInt32(ordinal)),
            7 => Say(row.Int64(ordinal)),
            8 => Say(row.UInt64(ordinal)),
            9 => Say(BitConverter.SingleToUInt32Bits(row.Single(ordinal))),
            10 => Say(BitConverter.DoubleToUInt64Bits(row.Double(ordinal))),
            11 => Say(row.Decimal(ordinal)),
            12 => row.DateTime(ordinal).ToString("o", CultureInfo.InvariantCulture),
            13 => row.DateTimeOffset(ordinal).ToString("o", CultureInfo.InvariantCulture),
            14 => row.DateOnly(ordinal).ToString("o", CultureInfo.InvariantCulture),
            15 => row.TimeOnly(ordinal).ToString("o", CultureInfo.InvariantCulture),
            16 => row.TimeSpan(ordinal).ToString("c"),
            17 => row.Guid(ordinal).ToString(),
            18 => Say((int)row.Char(ordinal)),
            19 => row.String(ordinal),
            20 => Convert.ToHexString(row.Bytes(ordinal)),
            21 => Convert.ToHexString(row.Geometry(ordinal).Value),
            22 => row.MySqlDecimal(ordinal).ToString(),
            23 => Say(row.MySqlDateTime(ordinal)),
            24 => Say(row.IsNull(ordinal)),
            _ => throw new ArgumentOutOfRangeException(nameof(getter)),
        };

    private static string Say(IConvertible value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Say(MySqlDateTime value) => string.Create(CultureInfo.InvariantCulture, $"{value.Year} {value.Month} {value.Day} {value.Hour} {value.Minute} {value.Second} {value.Microsecond}");
}
