using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Bytes from the protocol's documentation, each type in each of its forms.</summary>
public sealed class WireRowTests
{
    [Theory]
    [InlineData((byte)ColumnType.Tiny, (ushort)ColumnFlags.None, "80", sbyte.MinValue)]
    [InlineData((byte)ColumnType.Tiny, (ushort)ColumnFlags.Unsigned, "FF", byte.MaxValue)]
    [InlineData((byte)ColumnType.Tiny, (ushort)(ColumnFlags.Unsigned | ColumnFlags.ZeroFill), "07", 7)]
    [InlineData((byte)ColumnType.Short, (ushort)ColumnFlags.None, "0080", short.MinValue)]
    [InlineData((byte)ColumnType.Short, (ushort)ColumnFlags.Unsigned, "FFFF", ushort.MaxValue)]
    [InlineData((byte)ColumnType.Int24, (ushort)ColumnFlags.None, "000080FF", -8_388_608)]
    [InlineData((byte)ColumnType.Int24, (ushort)ColumnFlags.Unsigned, "FFFFFF00", 16_777_215)]
    [InlineData((byte)ColumnType.Long, (ushort)ColumnFlags.None, "00000080", int.MinValue)]
    [InlineData((byte)ColumnType.Long, (ushort)ColumnFlags.Unsigned, "FFFFFFFF", uint.MaxValue)]
    [InlineData((byte)ColumnType.LongLong, (ushort)ColumnFlags.None, "0000000000000080", long.MinValue)]
    [InlineData((byte)ColumnType.Year, (ushort)(ColumnFlags.Unsigned | ColumnFlags.ZeroFill), "EA07", 2026)]
    [InlineData((byte)ColumnType.Bit, (ushort)ColumnFlags.Unsigned, "020102", 258)]
    [InlineData((byte)ColumnType.NewDecimal, (ushort)ColumnFlags.None, "072D31322E303030", -12)]
    public void WholeNumber(byte type, ushort flags, string hex, long expected)
    {
        WireRow row = Row(Payloads.Definition("n", (ColumnType)type, (ColumnFlags)flags), hex);

        Assert.Equal(expected, row.Int64(0));
        Assert.Equal(expected != 0, row.Boolean(0));
    }

    [Fact]
    public void BigIntUnsigned()
    {
        WireRow row = Row(Payloads.Definition("n", ColumnType.LongLong, ColumnFlags.Unsigned), "FFFFFFFFFFFFFFFF");

        Assert.Equal(ulong.MaxValue, row.UInt64(0));
        AssertRefused<long>("Column 0 'n' (BIGINT UNSIGNED) cannot be read as System.Int64: its value is out of range.", ref row, static (ref WireRow row) => row.Int64(0));
    }

    [Theory]
    [InlineData("01", true)]
    [InlineData("00", false)]
    [InlineData("02", true)]
    public void Bool(string hex, bool expected)
    {
        WireRow row = Row(Payloads.Definition("b", ColumnType.Tiny, length: 1), hex);

        Assert.Equal(expected, row.Boolean(0));
        Assert.Equal(expected ? 1 : 0, row.Int32(0));
    }

    /// <summary>With the BINARY flag BIT travels as digits, except where a server sends the bits nevertheless.</summary>
    [Theory]
    [InlineData((ushort)ColumnFlags.Binary, 64U, "023130", 10UL)]
    [InlineData((ushort)ColumnFlags.Binary, 6U, "0137", 7UL)]
    [InlineData((ushort)ColumnFlags.Binary, 3U, "0105", 5UL)]
    [InlineData((ushort)ColumnFlags.None, 16U, "023130", 0x3130UL)]
    [InlineData((ushort)ColumnFlags.None, 64U, "08FFFFFFFFFFFFFFFF", ulong.MaxValue)]
    [InlineData((ushort)ColumnFlags.None, 1U, "00", 0UL)]
    public void Bits(ushort flags, uint length, string hex, ulong expected) =>
        Assert.Equal(expected, Row(Payloads.Definition("b", ColumnType.Bit, (ColumnFlags)flags, length), hex).UInt64(0));

    [Theory]
    [InlineData("020231")]
    [InlineData("00")]
    [InlineData("0108")]
    public void BitsThatShouldBeDigits_AreRefused(string hex)
    {
        WireRow row = Row(Payloads.Definition("b", ColumnType.Bit, ColumnFlags.Binary, 3), hex);

        AssertRefused<ulong>("Column 0 'b' (BIT) cannot be read as System.UInt64: its value is none of that type.", ref row, static (ref WireRow row) => row.UInt64(0));
    }

    [Fact]
    public void Floats()
    {
        Assert.Equal(10.2f, Row(Payloads.Definition("f", ColumnType.Float), "33332341").Single(0));
        Assert.Equal(10.2, Row(Payloads.Definition("d", ColumnType.Double), "6666666666662440").Double(0));
        Assert.Equal((double)10.2f, Row(Payloads.Definition("f", ColumnType.Float), "33332341").Double(0));
    }

    [Fact]
    public void Decimals()
    {
        byte[] definition = Payloads.Definition("d", ColumnType.NewDecimal, length: 67, decimals: 2);
        WireRow row = Row(definition, "052D312E3530");
        WireRow large = Row(definition, new PayloadBuilder().Text(new string('9', 65)).ToArray());

        Assert.Equal(-1.50m, row.Decimal(0));
        Assert.Equal("-1.50", row.MySqlDecimal(0).ToString());
        Assert.Equal("-1.50"u8.ToArray(), row.Utf8(0));
        Assert.Equal(new string('9', 65), large.MySqlDecimal(0).ToString());
        AssertRefused<int>("Column 0 'd' (DECIMAL) cannot be read as System.Int32: its value has a fraction, which a whole number would lose.", ref row, static (ref WireRow row) => row.Int32(0));
        AssertRefused<decimal>("Column 0 'd' (DECIMAL) cannot be read as System.Decimal: its value is none of that type.", ref large, static (ref WireRow row) => row.Decimal(0));
    }

    [Theory]
    [InlineData("04DA070A11", "2010-10-17T00:00:00.0000000")]
    [InlineData("07DA070A11131B1E", "2010-10-17T19:27:30.0000000")]
    [InlineData("0BDA070A11131B1E01000000", "2010-10-17T19:27:30.0000010")]
    public void Dates(string hex, string expected)
    {
        foreach (ColumnType type in new[] { ColumnType.Date, ColumnType.DateTime, ColumnType.Timestamp })
        {
            WireRow row = Row(Payloads.Definition("d", type), hex);

            Assert.Equal(expected, row.DateTime(0).ToString("o"));
            Assert.Equal(expected + "+00:00", row.DateTimeOffset(0).ToString("o"));
            Assert.Equal(new DateOnly(2010, 10, 17), row.DateOnly(0));
            Assert.Equal(DateTimeKind.Unspecified, row.DateTime(0).Kind);
        }
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0400000000")]
    [InlineData("04EA070200")]
    [InlineData("0700000000000000")]
    public void ZeroDate_IsNone(string hex)
    {
        WireRow row = Row(Payloads.Definition("d", ColumnType.Date), hex);

        AssertRefused<DateOnly>("Column 0 'd' (DATE) cannot be read as System.DateOnly: its value is none of that type.", ref row, static (ref WireRow row) => row.DateOnly(0));
    }

    [Theory]
    [InlineData("00", "00:00:00")]
    [InlineData("080178000000131B1E", "-120.19:27:30")]
    [InlineData("0C0178000000131B1E01000000", "-120.19:27:30.0000010")]
    [InlineData("080000000000173B3B", "23:59:59")]
    public void Times(string hex, string expected) => Assert.Equal(expected, Row(Payloads.Definition("t", ColumnType.Time), hex).TimeSpan(0).ToString("c"));

    [Theory]
    [InlineData((byte)ColumnType.VarString)]
    [InlineData((byte)ColumnType.String)]
    [InlineData((byte)ColumnType.Blob)]
    [InlineData((byte)ColumnType.LongBlob)]
    [InlineData((byte)ColumnType.Enum)]
    [InlineData((byte)ColumnType.Set)]
    [InlineData((byte)ColumnType.Json)]
    public void Text(byte type)
    {
        WireRow row = Row(Payloads.Definition("t", (ColumnType)type, length: 400, collation: Payloads.Utf8Mb4), new PayloadBuilder().Text("Łódź 😀").ToArray());

        Assert.Equal("Łódź 😀", row.String(0));
        Assert.Equal("Łódź 😀"u8.ToArray(), row.Utf8(0));
    }

    /// <summary>251 is the first length that takes three bytes, 65,536 the first that takes four.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    [InlineData(251)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(16_777_216)]
    public void LongText(int length)
    {
        string text = new('x', length);

        Assert.Equal(text, Row(Payloads.Definition("t", ColumnType.LongBlob, length: uint.MaxValue, collation: Payloads.Utf8Mb4), new PayloadBuilder().Text(text).ToArray()).String(0));
    }

    [Theory]
    [InlineData((byte)ColumnType.VarString)]
    [InlineData((byte)ColumnType.Blob)]
    [InlineData((byte)ColumnType.Geometry)]
    public void Bytes(byte type) => Assert.Equal([1, 2, 3], Row(Payloads.Definition("b", (ColumnType)type, ColumnFlags.Binary, length: 255), "03010203").Bytes(0));

    [Fact]
    public void Vector_IsLeftToUtf8() => Assert.Equal([0, 0, 0x80, 0x3F], Row(Payloads.Definition("v", ColumnType.Vector, ColumnFlags.Binary), "040000803F").Utf8(0).ToArray());

    [Theory]
    [InlineData(MySqlGuidFormat.Binary16, "106BA7B8109DAD11D180B400C04FD430C8")]
    [InlineData(MySqlGuidFormat.TimeSwapBinary16, "1011D19DAD6BA7B81080B400C04FD430C8")]
    [InlineData(MySqlGuidFormat.LittleEndianBinary16, "1010B8A76BAD9DD11180B400C04FD430C8")]
    public void GuidInBytes(MySqlGuidFormat format, string hex) =>
        Assert.Equal(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), Row(Payloads.Definition("g", ColumnType.String, ColumnFlags.Binary, length: 16), hex, format).Guid(0));

    [Theory]
    [InlineData(MySqlGuidFormat.Default, "D", 144U)]
    [InlineData(MySqlGuidFormat.Char36, "D", 144U)]
    [InlineData(MySqlGuidFormat.Char32, "N", 128U)]
    [InlineData(MySqlGuidFormat.None, "D", 144U)]
    public void GuidInText(MySqlGuidFormat format, string notation, uint length)
    {
        var guid = new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        byte[] value = new PayloadBuilder().Text(guid.ToString(notation)).ToArray();

        Assert.Equal(guid, Row(Payloads.Definition("g", ColumnType.String, length: length, collation: Payloads.Utf8Mb4), value, format).Guid(0));
    }

    [Fact]
    public void Null_IsExplained()
    {
        WireRow row = WireRows.Of([Payloads.Definition("id", ColumnType.Long)], Payloads.Row([null]));

        AssertRefused<int>("Column 0 'id' (INT) cannot be read as System.Int32: it is NULL. Make the type nullable if that is to be expected.", ref row, static (ref WireRow row) => row.Int32(0));
        AssertRefused<int>("Column 0 'id' (INT) cannot be read as System.ReadOnlySpan`1[System.Byte]: it is NULL. Make the type nullable if that is to be expected.", ref row, static (ref WireRow row) => row.Utf8(0).Length);
    }

    [Fact]
    public void ValueTypes_CostNothing()
    {
        byte[][] definitions =
        [
            Payloads.Definition("a", ColumnType.Long), Payloads.Definition("b", ColumnType.LongLong, ColumnFlags.Unsigned), Payloads.Definition("c", ColumnType.Double),
            Payloads.Definition("d", ColumnType.NewDecimal), Payloads.Definition("e", ColumnType.DateTime), Payloads.Definition("f", ColumnType.Time),
            Payloads.Definition("g", ColumnType.String, length: 144, collation: Payloads.Utf8Mb4), Payloads.Definition("h", ColumnType.VarString, length: 40, collation: Payloads.Utf8Mb4),
            Payloads.Definition("i", ColumnType.Bit),
        ];
        byte[] bytes = Payloads.Row(
            [1, 0, 0, 0], [2, 0, 0, 0, 0, 0, 0, 0], new byte[8], new PayloadBuilder().Text("1.50").ToArray(), [4, 0xEA, 7, 2, 28], [0],
            new PayloadBuilder().Text("6ba7b810-9dad-11d1-80b4-00c04fd430c8").ToArray(), new PayloadBuilder().Text("x").ToArray(), [1, 1]);
        var layout = new RowLayout();
        layout.Describe([.. definitions.Select(definition => ColumnDefinition.Parse(definition, default))]);
        Sum(layout, bytes);

        long before = GC.GetAllocatedBytesForCurrentThread();
        long sum = 0;
        for (int round = 0; round < 1_000; round++)
            sum += Sum(layout, bytes);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.NotEqual(0, sum);
    }

    private static long Sum(RowLayout layout, byte[] bytes)
    {
        layout.Read(bytes, new PayloadRange(0, bytes.Length));
        var row = new WireRow(layout);
        return row.Int32(0) + (long)row.UInt64(1) + (long)row.Double(2) + (long)row.Decimal(3) + row.DateTime(4).Ticks + row.TimeSpan(5).Ticks
            + row.Guid(6).GetHashCode() + row.Char(7) + row.Utf8(7).Length + (row.Boolean(8) ? 1 : 0) + row.DateOnly(4).DayNumber;
    }

    private delegate T Getter<T>(ref WireRow row);

    private static void AssertRefused<T>(string message, ref WireRow row, Getter<T> getter)
    {
        string? refusal = null;
        try
        {
            _ = getter(ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            refusal = row.Explain(exception, []).Message;
        }

        Assert.Equal(message, refusal);
    }

    private static WireRow Row(byte[] definition, string hex, MySqlGuidFormat guids = MySqlGuidFormat.Default) => WireRows.Of(definition, Convert.FromHexString(hex), guids);

    private static WireRow Row(byte[] definition, byte[] value, MySqlGuidFormat guids = MySqlGuidFormat.Default) => WireRows.Of(definition, value, guids);
}
