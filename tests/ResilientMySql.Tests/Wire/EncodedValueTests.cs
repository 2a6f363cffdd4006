using System.Globalization;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>Each type's code and bytes. Source: MySQL Internals, "Binary Protocol Value", from which the worked examples are.</summary>
public sealed class EncodedValueTests
{
    private static readonly DateTime Second = new(2010, 10, 17, 19, 27, 30);
    private static readonly DateTime Microsecond = Second.AddMicroseconds(1);
    private static readonly Guid Key = new("00112233-4455-6677-8899-aabbccddeeff");

    [Theory]
    [InlineData(true, "01")]
    [InlineData(false, "00")]
    public void Boolean_IsATinyInt(bool value, string bytes) => Holds("0100", bytes, (ref WireParameterSink sink) => sink.Boolean(value));

    [Theory]
    [InlineData(sbyte.MinValue, "80")]
    [InlineData(-1, "FF")]
    [InlineData(sbyte.MaxValue, "7F")]
    public void SByte_IsATinyInt(sbyte value, string bytes) => Holds("0100", bytes, (ref WireParameterSink sink) => sink.SByte(value));

    [Theory]
    [InlineData(byte.MinValue, "00")]
    [InlineData(byte.MaxValue, "FF")]
    public void Byte_IsAnUnsignedTinyInt(byte value, string bytes) => Holds("0180", bytes, (ref WireParameterSink sink) => sink.Byte(value));

    [Theory]
    [InlineData(short.MinValue, "0080")]
    [InlineData(1, "0100")]
    [InlineData(short.MaxValue, "FF7F")]
    public void Int16_IsASmallInt(short value, string bytes) => Holds("0200", bytes, (ref WireParameterSink sink) => sink.Int16(value));

    [Theory]
    [InlineData(0x0102, "0201")]
    [InlineData(ushort.MaxValue, "FFFF")]
    public void UInt16_IsAnUnsignedSmallInt(ushort value, string bytes) => Holds("0280", bytes, (ref WireParameterSink sink) => sink.UInt16(value));

    [Theory]
    [InlineData(int.MinValue, "00000080")]
    [InlineData(1, "01000000")]
    [InlineData(int.MaxValue, "FFFFFF7F")]
    public void Int32_IsAnInt(int value, string bytes) => Holds("0300", bytes, (ref WireParameterSink sink) => sink.Int32(value));

    [Theory]
    [InlineData(0x01020304u, "04030201")]
    [InlineData(uint.MaxValue, "FFFFFFFF")]
    public void UInt32_IsAnUnsignedInt(uint value, string bytes) => Holds("0380", bytes, (ref WireParameterSink sink) => sink.UInt32(value));

    [Theory]
    [InlineData(long.MinValue, "0000000000000080")]
    [InlineData(1, "0100000000000000")]
    [InlineData(long.MaxValue, "FFFFFFFFFFFFFF7F")]
    public void Int64_IsABigInt(long value, string bytes) => Holds("0800", bytes, (ref WireParameterSink sink) => sink.Int64(value));

    [Theory]
    [InlineData(0x0102030405060708ul, "0807060504030201")]
    [InlineData(ulong.MaxValue, "FFFFFFFFFFFFFFFF")]
    public void UInt64_IsAnUnsignedBigInt(ulong value, string bytes) => Holds("0880", bytes, (ref WireParameterSink sink) => sink.UInt64(value));

    [Theory]
    [InlineData(10.2f, "33332341")]
    [InlineData(-0f, "00000080")]
    [InlineData(float.MaxValue, "FFFF7F7F")]
    [InlineData(float.Epsilon, "01000000")]
    [InlineData(float.NaN, "0000C0FF")]
    public void Single_IsAFloat(float value, string bytes) => Holds("0400", bytes, (ref WireParameterSink sink) => sink.Single(value));

    [Theory]
    [InlineData(10.2, "6666666666662440")]
    [InlineData(-0d, "0000000000000080")]
    [InlineData(double.MaxValue, "FFFFFFFFFFFFEF7F")]
    [InlineData(double.NegativeInfinity, "000000000000F0FF")]
    public void Double_IsADouble(double value, string bytes) => Holds("0500", bytes, (ref WireParameterSink sink) => sink.Double(value));

    [Theory]
    [InlineData("0")]
    [InlineData("10.20")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    public void Decimal_IsItsDigits(string value) =>
        Holds("F600", Text(value), (ref WireParameterSink sink) => sink.Decimal(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1")]
    [InlineData("-99999999999999999999999999999999999999999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999999999.999999999999999999999999999999")]
    public void MySqlDecimal_IsItsDigits(string value) =>
        Holds("F600", Text(value), (ref WireParameterSink sink) => sink.MySqlDecimal(DriverValues.Decimal(value)));

    [Fact]
    public void MySqlDecimalWithoutAValue_IsRefused() => Assert.Throws<InvalidOperationException>(
        static () => Requests.Execute(new(1, 1), Requests.Plain, static (ref WireParameterSink sink) => sink.MySqlDecimal(default(MySqlDecimal))));

    public static TheoryData<DateTime, string> DateTimes => new()
    {
        { Microsecond, "0BDA070A11131B1E01000000" },
        { Second, "07DA070A11131B1E" },
        { Second.Date, "04DA070A11" },
        { Second.Date.AddTicks(9), "04DA070A11" },
        { Second.AddTicks(9), "07DA070A11131B1E" },
        { Second.Date.AddMicroseconds(1), "0BDA070A1100000001000000" },
        { DateTime.SpecifyKind(Second, DateTimeKind.Utc), "07DA070A11131B1E" },
        { DateTime.SpecifyKind(Second, DateTimeKind.Local), "07DA070A11131B1E" },
        { DateTime.MinValue, "0401000101" },
        { DateTime.MaxValue, "0B0F270C1F173B3B3F420F00" },
    };

    [Theory]
    [MemberData(nameof(DateTimes))]
    public void DateTime_IsADateTime(DateTime value, string bytes) => Holds("0C00", bytes, (ref WireParameterSink sink) => sink.DateTime(value));

    [Theory]
    [MemberData(nameof(DateTimes))]
    public void MySqlDateTime_IsADateTime(DateTime value, string bytes) =>
        Holds("0C00", bytes, (ref WireParameterSink sink) => sink.MySqlDateTime(new MySqlDateTime(value)));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2010, 0, 17)]
    [InlineData(2010, 10, 0)]
    public void MySqlDateTimeWithAZero_IsTheZeroDate(int year, int month, int day) =>
        Holds("0C00", "00", (ref WireParameterSink sink) => sink.MySqlDateTime(new MySqlDateTime(year, month, day, 1, 2, 3, 4)));

    [Fact]
    public void DateTimeOffset_IsSentAsUtc() => Holds(
        "0C00", "0BDA070A10170F1E01000000", static (ref WireParameterSink sink) => sink.DateTimeOffset(new DateTimeOffset(Microsecond.AddHours(-19), TimeSpan.FromMinutes(72))));

    [Theory]
    [InlineData(2010, 10, 17, "04DA070A11")]
    [InlineData(1, 1, 1, "0401000101")]
    [InlineData(9999, 12, 31, "040F270C1F")]
    public void DateOnly_IsADate(int year, int month, int day, string bytes) =>
        Holds("0A00", bytes, (ref WireParameterSink sink) => sink.DateOnly(new DateOnly(year, month, day)));

    public static TheoryData<TimeOnly, string> TimesOfDay => new()
    {
        { TimeOnly.MinValue, "00" },
        { TimeOnly.MaxValue, "0C0000000000173B3B3F420F00" },
        { TimeOnly.FromDateTime(Second), "080000000000131B1E" },
        { TimeOnly.FromDateTime(Microsecond), "0C0000000000131B1E01000000" },
    };

    [Theory]
    [MemberData(nameof(TimesOfDay))]
    public void TimeOnly_IsATime(TimeOnly value, string bytes) => Holds("0B00", bytes, (ref WireParameterSink sink) => sink.TimeOnly(value));

    public static TheoryData<TimeSpan, string> Times => new()
    {
        { TimeSpan.Zero, "00" },
        { -(new TimeSpan(120, 19, 27, 30) + TimeSpan.FromMicroseconds(1)), "0C0178000000131B1E01000000" },
        { -new TimeSpan(120, 19, 27, 30), "080178000000131B1E" },
        { new TimeSpan(34, 22, 59, 59), "080022000000163B3B" },
        { TimeSpan.FromTicks(1), "080000000000000000" },
        { TimeSpan.FromTicks(-10), "0C010000000000000001000000" },
        { TimeSpan.MaxValue, "0C00FFE3A2000230058C490700" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void TimeSpan_IsATime(TimeSpan value, string bytes) => Holds("0B00", bytes, (ref WireParameterSink sink) => sink.TimeSpan(value));

    [Theory]
    [InlineData(MySqlGuidFormat.Default, "FE00", "2430303131323233332D343435352D363637372D383839392D616162626363646465656666")]
    [InlineData(MySqlGuidFormat.None, "FC00", "2430303131323233332D343435352D363637372D383839392D616162626363646465656666")]
    [InlineData(MySqlGuidFormat.Char36, "FE00", "2430303131323233332D343435352D363637372D383839392D616162626363646465656666")]
    [InlineData(MySqlGuidFormat.Char32, "FE00", "203030313132323333343435353636373738383939616162626363646465656666")]
    [InlineData(MySqlGuidFormat.Binary16, "FC00", "1000112233445566778899AABBCCDDEEFF")]
    [InlineData(MySqlGuidFormat.TimeSwapBinary16, "FC00", "1066774455001122338899AABBCCDDEEFF")]
    [InlineData(MySqlGuidFormat.LittleEndianBinary16, "FC00", "1033221100554477668899AABBCCDDEEFF")]
    public void Guid_IsAsTheConnectionStringSays(MySqlGuidFormat format, string type, string bytes)
    {
        Holds(type, bytes, static (ref WireParameterSink sink) => sink.Guid(Key), format);
        IsNull(type, static (ref WireParameterSink sink) => sink.Guid(null), format);
    }

    [Theory]
    [InlineData('a', "0161")]
    [InlineData('\0', "0100")]
    [InlineData('é', "02C3A9")]
    [InlineData('€', "03E282AC")]
    [InlineData('\uD83D', "03EFBFBD")]
    public void Char_IsText(char value, string bytes) => Holds("FD00", bytes, (ref WireParameterSink sink) => sink.Char(value));

    [Theory]
    [InlineData("", "00")]
    [InlineData("foo", "03666F6F")]
    [InlineData("a\0'\\", "046100275C")]
    [InlineData("😀", "04F09F9880")]
    public void String_IsText(string value, string bytes) => Holds("FD00", bytes, (ref WireParameterSink sink) => sink.String(value));

    [Fact]
    public void HalfOfAPair_IsAReplacement() =>
        Holds("FD00", "04EFBFBD78", static (ref WireParameterSink sink) => sink.String(new string(['\uDE00', 'x'])));

    [Theory]
    [InlineData(82, 'x', "52")]
    [InlineData(83, 'x', "53")]
    [InlineData(84, 'x', "54")]
    [InlineData(250, 'x', "FA")]
    [InlineData(251, 'x', "FCFB00")]
    [InlineData(65_535, 'x', "FCFFFF")]
    [InlineData(65_536, 'x', "FD000001")]
    [InlineData(0xFF_FFFF, 'x', "FDFFFFFF")]
    [InlineData(0x100_0000, 'x', "FE0000000100000000")]
    [InlineData(83, '€', "F9")]
    [InlineData(84, '€', "FCFC00")]
    [InlineData(21_845, '€', "FCFFFF")]
    [InlineData(21_846, '€', "FD020001")]
    public void LengthOfText_IsThatOfItsUtf8(int count, char letter, string length)
    {
        var value = new string(letter, count);

        byte[] payload = Requests.Execute(new(1, 1), Requests.Plain, (ref WireParameterSink sink) => sink.String(value));

        Assert.True(payload.AsSpan(14).SequenceEqual([.. Convert.FromHexString(length), .. System.Text.Encoding.UTF8.GetBytes(value)]));
    }

    [Theory]
    [InlineData("", "00")]
    [InlineData("00FF27", "0300FF27")]
    public void Bytes_AreABlob(string value, string bytes)
    {
        byte[] given = Convert.FromHexString(value);

        Holds("FC00", bytes, (ref WireParameterSink sink) => sink.Bytes(given));
        Holds("FC00", bytes, (ref WireParameterSink sink) => sink.Memory(given));

        byte[] middle = [1, 2, .. given, 3];
        Holds("FC00", bytes, (ref WireParameterSink sink) => sink.Memory(middle.AsMemory(2, given.Length)));
    }

    [Theory]
    [InlineData("E6100000" + "0101000000000000000000F03F0000000000000040", "19")]
    [InlineData("E6100000", "04")]
    [InlineData("E61000", "03")]
    [InlineData("", "00")]
    public void Geometry_IsTheServersFormat(string value, string length)
    {
        MySqlGeometry geometry = MySqlGeometry.FromMySql(Convert.FromHexString(value));

        Holds("FD00", length + value, (ref WireParameterSink sink) => sink.Geometry(geometry));
    }

    [Fact]
    public void Null_HasNoBytes_AndTheTypeOfTheMethod()
    {
        IsNull("0100", static (ref WireParameterSink sink) => sink.Boolean(null));
        IsNull("0100", static (ref WireParameterSink sink) => sink.SByte(null));
        IsNull("0180", static (ref WireParameterSink sink) => sink.Byte(null));
        IsNull("0200", static (ref WireParameterSink sink) => sink.Int16(null));
        IsNull("0280", static (ref WireParameterSink sink) => sink.UInt16(null));
        IsNull("0300", static (ref WireParameterSink sink) => sink.Int32(null));
        IsNull("0380", static (ref WireParameterSink sink) => sink.UInt32(null));
        IsNull("0800", static (ref WireParameterSink sink) => sink.Int64(null));
        IsNull("0880", static (ref WireParameterSink sink) => sink.UInt64(null));
        IsNull("0400", static (ref WireParameterSink sink) => sink.Single(null));
        IsNull("0500", static (ref WireParameterSink sink) => sink.Double(null));
        IsNull("F600", static (ref WireParameterSink sink) => sink.Decimal(null));
        IsNull("0C00", static (ref WireParameterSink sink) => sink.DateTime(null));
        IsNull("0C00", static (ref WireParameterSink sink) => sink.DateTimeOffset(null));
        IsNull("0A00", static (ref WireParameterSink sink) => sink.DateOnly(null));
        IsNull("0B00", static (ref WireParameterSink sink) => sink.TimeOnly(null));
        IsNull("0B00", static (ref WireParameterSink sink) => sink.TimeSpan(null));
        IsNull("FD00", static (ref WireParameterSink sink) => sink.Char(null));
        IsNull("FD00", static (ref WireParameterSink sink) => sink.String(null));
        IsNull("FC00", static (ref WireParameterSink sink) => sink.Bytes(null));
        IsNull("FC00", static (ref WireParameterSink sink) => sink.Memory(null));
        IsNull("FD00", static (ref WireParameterSink sink) => sink.Geometry(null));
        IsNull("F600", static (ref WireParameterSink sink) => sink.MySqlDecimal(null));
        IsNull("0C00", static (ref WireParameterSink sink) => sink.MySqlDateTime(null));
    }

    private static string Text(string value) => Convert.ToHexString([(byte)value.Length, .. System.Text.Encoding.ASCII.GetBytes(value)]);

    private static void Holds(string type, string bytes, Binding bind, MySqlGuidFormat format = default) =>
        Assert.Equal("0001" + type + bytes, BehindTheHead(bind, format));

    private static void IsNull(string type, Binding bind, MySqlGuidFormat format = default) => Assert.Equal("0101" + type, BehindTheHead(bind, format));

    private static string BehindTheHead(Binding bind, MySqlGuidFormat format) =>
        Convert.ToHexString(Requests.Execute(new(1, 1), Requests.Plain, bind, format).AsSpan(10));
}
