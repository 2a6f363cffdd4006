using System.Text;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>A column of some type, and values for it: extremes and oddities more than the everyday.</summary>
internal readonly struct RandomColumn
{
    private static readonly ColumnType[] Types = [.. Enum.GetValues<ColumnType>()];
    private static readonly ColumnFlags[] Flags = [ColumnFlags.None, ColumnFlags.None, ColumnFlags.NotNull, ColumnFlags.Unsigned, ColumnFlags.Unsigned | ColumnFlags.ZeroFill, ColumnFlags.Binary, ColumnFlags.Enum, ColumnFlags.Set, ColumnFlags.Enum | ColumnFlags.Binary];
    private static readonly ushort[] Collation = [Collations.Binary, Collations.Binary, 45, 46, 255, 33, 8, 35, 1];
    private static readonly uint[] Lengths = [0, 1, 2, 4, 5, 8, 11, 16, 20, 32, 36, 64, 72, 96, 108, 128, 144, 255, 65535, uint.MaxValue];

    private static readonly string[] Texts =
    [
        "", "a", "ä", "€", "😀", "ab", "\0", " ", "0", "1", "-1", "127", "128", "255", "256", "2147483647", "2147483648", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
        "0.0", "-0.00", "0.4", "1.5", "-2.50", "12.000", "79228162514264337593543950335", "79228162514264337593543950336", "-79228162514264337593543950335.0", "0.0000000000000000000000000000001",
        "99999999999999999999999999999999999999999999999999999999999999999", "1e5", "+1", "1,5", "01", "001.10", ".5", "5.", "-0", "00", "--1",
        "2026-02-28", "2026-02-30", "0000-00-00", "0000-00-00 00:00:00", "2026-02-28 12:34:56", "2026-02-28 12:34:56.", "2026-02-28 12:34:56.7", "2026-02-28 12:34:56.123456", "2026-02-28T12:34:56",
        "2026-02-28 24:00:00", "2026-2-28", "2026-02-28 ", "2026-02-28 12:34:56.-12345", "9999-12-31 23:59:59.999999", "+026-02-28", "2026-+2-28", "2026-02-28 12:34:5", "0001-01-01 00:00:00", "0000-01-01", "2026-02-28 12:34:56.+12345",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6BA7B8109DAD11D180B400C04FD430C8", "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "(6ba7b810-9dad-11d1-80b4-00c04fd430c8)", "6ba7b810-9dad-11d1-80b4-00c04fd430c8x", " 6ba7b810-9dad-11d1-80b4-00c04fd430c8 ",
        "{0x6ba7b810,0x9dad,0x11d1,{0x80,0xb4,0x00,0xc0,0x4f,0xd4,0x30,0xc8}}", "6ba7b810-9dad-11d1-80b4-00c04fd430c", "{\"a\": 1}", new('x', 300), new(' ', 250), new string(' ', 250) + "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    ];

    // Of 16 bytes a GUID is made, and no server sends more than it announces. Other lengths nobody looks at.
    private const int GuidBytes = 16;

    private readonly uint _length;

    private RandomColumn(ColumnType type, uint length, byte[] definition)
    {
        Type = type;
        _length = length;
        Definition = definition;
    }

    public ColumnType Type { get; }

    public byte[] Definition { get; }

    public static RandomColumn Next(Random random)
    {
        ColumnType type = Pick(random, Types);
        uint length = Pick(random, Lengths);
        byte[] definition = Payloads.Definition("c" + random.Next(10), type, Pick(random, Flags), length, Pick(random, Collation), (byte)random.Next(32));
        return new RandomColumn(type, length, definition);
    }

    /// <summary>A value as it travels, with its length where its type has one; or NULL.</summary>
    public byte[]? NextValue(Random random) => (random.Next(12), ColumnKinds.WidthOf(Type)) switch
    {
        (0, _) => null,
        (_, > 0 and var width) => Fixed(random, width),
        (_, ColumnWidth.Date) => Date(random),
        (_, ColumnWidth.Time) => Time(random),
        _ => new PayloadBuilder().LengthEncoded(Variable(random, _length == GuidBytes ? GuidBytes : int.MaxValue)).ToArray(),
    };

    private static byte[] Fixed(Random random, int width)
    {
        byte[] value = new byte[width];
        switch (random.Next(6))
        {
            case 0:
                break;
            case 1:
                value.AsSpan().Fill(0xFF);
                break;
            case 2:
                value[^1] = 0x80;
                break;
            case 3:
                value.AsSpan().Fill(0xFF);
                value[^1] = 0x7F;
                break;
            case 4:
                value[random.Next(width)] = (byte)random.Next(256);
                break;
            default:
                random.NextBytes(value);
                break;
        }

        return value;
    }

    private static byte[] Date(Random random)
    {
        int length = random.GetItems([0, 4, 7, 11], 1)[0];
        byte[] value = new byte[length];
        if (random.Next(4) == 0)
            random.NextBytes(value);
        else if (length > 0)
            PlausibleDate(random).AsSpan(0, length).CopyTo(value);

        return [(byte)length, .. value];
    }

    private static byte[] PlausibleDate(Random random) => new PayloadBuilder()
        .UInt16(random.Next(4) == 0 ? random.Next(3) : random.Next(1, 10_000)).Raw((byte)random.Next(14), (byte)random.Next(32))
        .Raw((byte)random.Next(25), (byte)random.Next(61), (byte)random.Next(61)).UInt32((uint)random.Next(1_000_001)).ToArray();

    private static byte[] Time(Random random)
    {
        int length = random.GetItems([0, 8, 12], 1)[0];
        byte[] value = new PayloadBuilder().Raw((byte)random.Next(3)).UInt32(random.Next(4) == 0 ? (uint)random.Next() : (uint)random.Next(2) * 34)
            .Raw((byte)random.Next(24), (byte)random.Next(60), (byte)random.Next(60)).UInt32((uint)random.Next(1_000_000)).ToArray();
        if (random.Next(6) == 0)
            random.NextBytes(value);

        return [(byte)length, .. value[..length]];
    }

    private static byte[] Variable(Random random, int longest)
    {
        byte[] bytes = random.Next(3) == 0 ? new byte[Pick(random, [0, 1, 2, 3, 4, 5, 8, 9, 16, 16, 36, 300])] : Encoding.UTF8.GetBytes(Pick(random, Texts));
        if (Array.TrueForAll(bytes, part => part == 0))
            random.NextBytes(bytes);

        return bytes[..Math.Min(bytes.Length, longest)];
    }

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
