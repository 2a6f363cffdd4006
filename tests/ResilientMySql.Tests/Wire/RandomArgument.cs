using System.Globalization;
using System.Text;
using MySqlConnector;

namespace ResilientMySql.Tests.Wire;

/// <summary>An argument of any type, and what the server is to read.</summary>
/// <param name="Kind">Which type it is.</param>
/// <param name="Bind">Binds it.</param>
/// <param name="Expected">The text that <see cref="ServerView"/> gives for it.</param>
internal sealed record RandomArgument(int Kind, Binding Bind, string? Expected)
{
    public const int Kinds = 24;

    /// <summary>An argument of a kind from 0 up to <see cref="Kinds"/>, never NULL.</summary>
    public static RandomArgument Next(Random random, int kind)
    {
        long bits = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        byte[] bytes = new byte[random.Next(4) == 0 ? random.Next(70_000) : random.Next(20)];
        random.NextBytes(bytes);
        return kind switch
        {
            0 => Of(kind, (bits & 1) == 1 ? "1" : "0", (ref sink) => sink.Boolean((bits & 1) == 1)),
            1 => Of(kind, $"{(sbyte)bits}", (ref sink) => sink.SByte((sbyte)bits)),
            2 => Of(kind, $"{(byte)bits}", (ref sink) => sink.Byte((byte)bits)),
            3 => Of(kind, $"{(short)bits}", (ref sink) => sink.Int16((short)bits)),
            4 => Of(kind, $"{(ushort)bits}", (ref sink) => sink.UInt16((ushort)bits)),
            5 => Of(kind, $"{(int)bits}", (ref sink) => sink.Int32((int)bits)),
            6 => Of(kind, $"{(uint)bits}", (ref sink) => sink.UInt32((uint)bits)),
            7 => Of(kind, $"{bits}", (ref sink) => sink.Int64(bits)),
            8 => Of(kind, $"{(ulong)bits}", (ref sink) => sink.UInt64((ulong)bits)),
            9 => Of(kind, $"{BitConverter.Int32BitsToSingle((int)bits):R}", (ref sink) => sink.Single(BitConverter.Int32BitsToSingle((int)bits))),
            10 => Of(kind, $"{BitConverter.Int64BitsToDouble(bits):R}", (ref sink) => sink.Double(BitConverter.Int64BitsToDouble(bits))),
            11 => OfDecimal(kind, new decimal((int)bits, random.Next(), random.Next(), (bits & 1) == 1, (byte)random.Next(29))),
            12 => OfText(kind, bytes),
            13 => Of(kind, Convert.ToHexString(bytes), (ref sink) => sink.Bytes(bytes)),
            14 => Of(kind, Convert.ToHexString(bytes), (ref sink) => sink.Memory(bytes)),
            15 => Of(kind, $"{(char)(bits & 0x7F)}", (ref sink) => sink.Char((char)(bits & 0x7F))),
            16 => Of(kind, $"-{new string('9', 1 + (bytes.Length % 65))}", (ref sink) => sink.MySqlDecimal(DriverValues.Decimal($"-{new string('9', 1 + (bytes.Length % 65))}"))),
            _ => OfTime(kind, random),
        };
    }

    /// <summary>NULL under the method of a kind.</summary>
    public static RandomArgument Null(int kind) => new(kind, kind switch
    {
        0 => static (ref sink) => sink.Boolean(null),
        1 => static (ref sink) => sink.SByte(null),
        2 => static (ref sink) => sink.Byte(null),
        3 => static (ref sink) => sink.Int16(null),
        4 => static (ref sink) => sink.UInt16(null),
        5 => static (ref sink) => sink.Int32(null),
        6 => static (ref sink) => sink.UInt32(null),
        7 => static (ref sink) => sink.Int64(null),
        8 => static (ref sink) => sink.UInt64(null),
        9 => static (ref sink) => sink.Single(null),
        10 => static (ref sink) => sink.Double(null),
        11 => static (ref sink) => sink.Decimal(null),
        12 => static (ref sink) => sink.String(null),
        13 => static (ref sink) => sink.Bytes(null),
        14 => static (ref sink) => sink.Memory(null),
        15 => static (ref sink) => sink.Char(null),
        16 => static (ref sink) => sink.MySqlDecimal(null),
        17 => static (ref sink) => sink.DateTime(null),
        18 => static (ref sink) => sink.DateTimeOffset(null),
        19 => static (ref sink) => sink.MySqlDateTime(null),
        20 => static (ref sink) => sink.DateOnly(null),
        21 => static (ref sink) => sink.TimeOnly(null),
        22 => static (ref sink) => sink.TimeSpan(null),
        _ => static (ref sink) => sink.Guid(null),
    }, null);

    private static RandomArgument OfTime(int kind, Random random)
    {
        DateTime moment = DateTime.UnixEpoch.AddTicks(random.NextInt64(-600_000_000_000_000_000, 2_000_000_000_000_000_000));
        moment = random.Next(3) switch { 0 => moment.Date, 1 => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)), _ => moment };
        TimeSpan time = random.Next(2) == 0 ? moment.TimeOfDay : moment.TimeOfDay - TimeSpan.FromDays(random.Next(34));
        var key = new Guid(random.Next(), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        return kind switch
        {
            17 => Of(kind, Show(moment), (ref sink) => sink.DateTime(moment)),
            18 => Of(kind, Show(moment), (ref sink) => sink.DateTimeOffset(new DateTimeOffset(moment, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(-5)))),
            19 => Of(kind, Show(moment), (ref sink) => sink.MySqlDateTime(new MySqlDateTime(moment))),
            20 => Of(kind, Show(moment.Date), (ref sink) => sink.DateOnly(DateOnly.FromDateTime(moment))),
            21 => Of(kind, $"{moment.TimeOfDay.Ticks / 10}", (ref sink) => sink.TimeOnly(TimeOnly.FromDateTime(moment))),
            22 => Of(kind, $"{time.Ticks / 10}", (ref sink) => sink.TimeSpan(time)),
            _ => Of(kind, key.ToString(), (ref sink) => sink.Guid(key)),
        };
    }

    private static RandomArgument OfDecimal(int kind, decimal value) =>
        Of(kind, value.ToString(CultureInfo.InvariantCulture), (ref sink) => sink.Decimal(value));

    private static RandomArgument OfText(int kind, byte[] bytes)
    {
        string text = Encoding.Unicode.GetString(bytes);
        return Of(kind, text, (ref sink) => sink.String(text));
    }

    private static string Show(DateTime value) => $"{value.Year}-{value.Month}-{value.Day} {value.TimeOfDay.Ticks / 10}";

    private static RandomArgument Of(int kind, string expected, Binding bind) => new(kind, bind, expected);
}
