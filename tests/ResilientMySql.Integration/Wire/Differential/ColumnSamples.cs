using System.Globalization;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Every type of column, by the getter that is made for it.</summary>
internal static class ColumnSamples
{
    private const int Boolean = 0, SByte = 1, Byte = 2, Int16 = 3, UInt16 = 4, Int32 = 5, UInt32 = 6, Int64 = 7, UInt64 = 8, Single = 9, Double = 10, Decimal = 11;
    private const int DateTime = 12, DateOnly = 14, TimeSpan = 16, Guid = 17, Text = 19, Bytes = 20, Geometry = 21, MySqlDecimal = 22;

    private static readonly string[] Words =
        ["''", "' '", "'a'", "'ab  '", "'é'", "'ž€'", "'Žižkov 🌍'", "'🌍'", "'0'", "'1'", "'-1.5'", "'quoted '' \\\\ \\0 end'", "'01234567-89ab-cdef-fedc-ba9876543210'", "REPEAT('x', 250)", "REPEAT('€', 84)", "'2026-02-28 12:34:56'", "'{\"a\": 1}'"];

    private static readonly string[] LatinWords = ["''", "'a'", "'é'", "'ÿþ'", "REPEAT('ü', 250)", "'1'"];

    private static readonly string[] Octets =
        ["''", "x'00'", "x'FF'", "x'00FF27'", "'a'", "REPEAT(x'80', 250)", "x'0123456789ABCDEFFEDCBA9876543210'"];

    private static readonly string[] Keys =
        ["'01234567-89ab-cdef-fedc-ba9876543210'", "'01234567-89AB-CDEF-FEDC-BA9876543210'", "'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'", "'0123456789abcdeffedcba9876543210'", "'{01234567-89ab-cdef-fedc-ba987654321}'", "'no key'", "''"];

    private static readonly string[] Days = ["'2026-02-28'", "'0000-00-00'", "'1000-01-01'", "'0001-01-01'", "'9999-12-31'", "'2024-02-29'", "'2026-00-00'", "'2026-02-00'", "'0000-01-01'"];

    private static readonly string[] Moments =
        ["'2026-02-28 12:34:56'", "'2026-02-28 00:00:00'", "'2026-02-28 12:34:56.789'", "'2026-02-28 12:34:56.000001'", "'2026-02-28 00:00:00.999999'", "'9999-12-31 23:59:59'", "'9999-12-31 23:59:59.999999'", "'1000-01-01 00:00:00'", "'0000-00-00 00:00:00'", "'2026-00-00 01:02:03'", "'0001-01-01 00:00:00.000001'"];

    private static readonly string[] Instants =
        ["'2026-02-28 12:34:56'", "'1970-01-02 00:00:01'", "'2038-01-18 03:14:07'", "'2038-01-18 03:14:07.999999'", "'2026-02-28 12:34:56.000001'", "'0000-00-00 00:00:00'"];

    private static readonly string[] Times =
        ["'00:00:00'", "'838:59:59'", "'-838:59:59'", "'23:59:59.999999'", "'24:00:00'", "'-00:00:01'", "'-00:00:00.000001'", "'34:22:59'", "'12:34:56.7'", "'838:59:58.999999'", "'-838:59:58.999999'"];

    private static readonly string[] Places =
        ["ST_GeomFromText('POINT(1 2)')", "ST_GeomFromText('POINT(1.5 -2)', 4326)", "ST_GeomFromText('LINESTRING(0 0, 1 1)')", "ST_GeomFromText('POLYGON((0 0, 1 0, 1 1, 0 0))')", "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 2))')"];

    public static ColumnSample[] All { get; } =
    [
        new("BOOL", Boolean, "0", "1", "2", "-128", "127") { Next = Whole(-1, 1) },
        .. Integers(1, "TINYINT", SByte, sbyte.MinValue, sbyte.MaxValue, Byte, byte.MaxValue),
        new("TINYINT(1) UNSIGNED", Byte, "0", "1", "255"),
        .. Integers(2, "SMALLINT", Int16, short.MinValue, short.MaxValue, UInt16, ushort.MaxValue),
        .. Integers(3, "MEDIUMINT", Int32, -8_388_608, 8_388_607, UInt32, 16_777_215),
        .. Integers(4, "INT", Int32, int.MinValue, int.MaxValue, UInt32, uint.MaxValue),
        .. Integers(5, "BIGINT", Int64, long.MinValue, long.MaxValue, UInt64, ulong.MaxValue),
        new("FLOAT", Single, "0", "1.5", "-3.4028234e38", "3.4028234e38", "1.17549435e-38", "16777217", "0.1", "-1") { Next = Fraction(1e20) },
        new("FLOAT(10,3)", Single, "0", "1234567.891", "-0.001"),
        new("DOUBLE", Double, "0", "1.5", "-1.7976931348623157e308", "2.2250738585072014e-308", "0.1", "9007199254740993", "1e30", "-1", "79228162514264337593543950335") { Next = Fraction(1e200) },
        new("DOUBLE UNSIGNED", Double, "0", "1e-300"),
        new("DECIMAL(10,2)", Decimal, "0", "1.10", "-99999999.99", "12.00", "-0.01") { Next = Fraction(9e7) },
        new("DECIMAL(65,30)", MySqlDecimal, "0", "99999999999999999999999999999999999.999999999999999999999999999999", "-99999999999999999999999999999999999.999999999999999999999999999999", "0.000000000000000000000000000001", "1.5", "7.0", "79228162514264337593543950335"),
        new("DECIMAL(65,0)", MySqlDecimal, "0", "99999999999999999999999999999999999999999999999999999999999999999", "-99999999999999999999999999999999999999999999999999999999999999999", "79228162514264337593543950335", "79228162514264337593543950336", "18446744073709551616", "-1", "255"),
        new("DECIMAL(20,0) UNSIGNED ZEROFILL", Decimal, "0", "18446744073709551615", "18446744073709551616", "7"),
        new("DECIMAL(30,28)", Decimal, "0", "1.1234567890123456789012345678", "-99.9999999999999999999999999999"),
        new("YEAR", Int32, "0", "1901", "2155", "2026") { Next = Whole(1901, 2155) },
        .. ((int[])[1, 2, 4, 5, 7, 8, 9, 16, 31, 32, 33, 48, 63, 64]).Select(Bits),
        new("DATE", DateOnly, Days) { Next = static random => $"'{Moment(random):yyyy-MM-dd}'" },
        .. ((int[])[0, 1, 3, 6]).Select(digits => new ColumnSample($"DATETIME({digits})", DateTime, Moments) { Next = static random => $"'{Moment(random):yyyy-MM-dd HH:mm:ss.ffffff}'" }),
        .. ((int[])[0, 6]).Select(digits => new ColumnSample($"TIMESTAMP({digits})", DateTime, Instants)),
        .. ((int[])[0, 3, 6]).Select(digits => new ColumnSample($"TIME({digits})", TimeSpan, Times) { Next = static random => $"'{random.Next(-838, 839)}:{random.Next(60)}:{random.Next(60)}.{random.Next(1_000_000):000000}'" }),
        new("CHAR(1) CHARACTER SET utf8mb4", Text, "''", "'a'", "'é'", "'€'", "'🌍'"),
        new("CHAR(20) CHARACTER SET utf8mb4", Text, "''", "'a'", "'ab  '", "'Žižkov 🌍'"),
        .. ((string[])["utf8mb4", "utf8mb4 COLLATE utf8mb4_bin", "ucs2", "utf16", "utf32", "utf8mb3", "gbk", "sjis"]).Select(WordsIn),
        .. ((string[])["latin1", "latin1 COLLATE latin1_bin", "latin2", "cp1250"]).Select(charset => new ColumnSample($"VARCHAR(255) CHARACTER SET {charset}", Text, LatinWords) { Next = AsciiText }),
        new("VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin", Text, "''", "'a'", "'12'"),
        new("VARCHAR(20) CHARACTER SET binary", Bytes, "''", "'a'", "x'00FF'"),
        .. ((string[])["CHAR(36)", "CHAR(32)", "VARCHAR(36)", "CHAR(36) CHARACTER SET latin1", "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin", "CHAR(32) CHARACTER SET ucs2", "CHAR(36) CHARACTER SET utf16"]).Select(static type => new ColumnSample(type, Guid, Keys)),
        new("BINARY(16)", Bytes, Octets),
        new("VARBINARY(16)", Bytes, "x'0123456789ABCDEFFEDCBA9876543210'", "x''", "x'00000000000000000000000000000000'"),
        .. ((string[])["TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT"]).Select(static type => new ColumnSample($"{type} CHARACTER SET utf8mb4", Text, Words) { Next = AnyText }),
        new("TEXT CHARACTER SET latin1", Text, LatinWords),
        new("LONGTEXT CHARACTER SET utf16", Text, "''", "'Žižkov 🌍'", "REPEAT('€', 70000)"),
        .. ((string[])["TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB", "VARBINARY(255)"]).Select(static type => new ColumnSample(type, Bytes, Octets) { Next = AnyBytes }),
        new("BINARY(3)", Bytes, "''", "x'00FF27'", "'a'"),
        new("LONGBLOB NULL", Bytes, "REPEAT(x'AB', 65535)", "REPEAT(x'AB', 65536)", "REPEAT('c', 251)", "REPEAT('c', 252)"),
        new("ENUM('a', 'é', '', '1')", Text, "'a'", "'é'", "''", "'1'", "2", "'none'"),
        new("ENUM('a', 'b') CHARACTER SET latin1", Text, "'a'", "'b'"),
        new("SET('a', 'é', '1')", Text, "''", "'a,é'", "'1'", "7"),
        new("JSON", Text, "'{}'", "'[1, \"é🌍\", null]'", "'\"text\"'", "'null'", "'12.5'"),
        .. ((string[])["GEOMETRY", "GEOMETRYCOLLECTION"]).Select(static type => new ColumnSample(type, Geometry, type is "GEOMETRY" ? Places : Places[^1..])),
        new("POINT", Geometry, Places[..2]),
        new("VECTOR(3)", Bytes, "TO_VECTOR('[1, -2.5, 0]')", "TO_VECTOR('[3e38, 0, 1]')") { Only = ServerEngine.MySql },
        new("UUID", Guid, Keys[..4]) { Only = ServerEngine.MariaDb },
        new("INET6", Text, "'::1'", "'2001:db8::ff00:42:8329'") { Only = ServerEngine.MariaDb },
        new("INET4", Text, "'127.0.0.1'") { Only = ServerEngine.MariaDb },
    ];

    /// <summary>Columns of no table: what servers say of them is another matter.</summary>
    public static string[] Expressions { get; } =
    [
        "NULL", "1", "-1", "18446744073709551615", "1 = 1", "NULL IS NULL", "1.5", "1e10", "'é🌍'", "''", "x'00FF'", "b'101'", "b'101' + 0", "0x41 + 0", "_latin1 x'E9'", "_utf16 x'017E'", "_binary 'ab'",
        "CAST('2026-02-28' AS DATE)", "CAST('2026-02-28 12:34:56.7' AS DATETIME(3))", "CAST('-838:59:59' AS TIME)", "CAST(1.5 AS DECIMAL(65,30))", "CAST(7 AS UNSIGNED)", "CAST(-7 AS SIGNED)", "CAST('a' AS CHAR(36))", "CAST('01234567-89ab-cdef-fedc-ba9876543210' AS CHAR(36))",
        "CAST('a' AS BINARY(16))", "CAST('é' AS CHAR CHARACTER SET latin1)", "CONVERT('é' USING ucs2)", "CAST(2026 AS YEAR)", "CAST(1 AS DOUBLE)", "CAST(1 AS FLOAT)", "DATE('2026-02-28')", "TIME('12:34:56.789')", "TIMESTAMP('2026-02-28', '12:00:00')",
        "STR_TO_DATE('2026', '%Y')", "MAKETIME(838, 59, 59.999999)", "SEC_TO_TIME(-1.5)", "FROM_UNIXTIME(1.5)", "IF(1, 'a', 2)", "COALESCE(NULL, 1.50)", "CONCAT('a', 1)", "CONCAT(1.5)", "REPEAT('x', 70000)", "UNHEX('FF')", "HEX('é')", "JSON_OBJECT('a', 1)", "JSON_ARRAY()",
        "ST_GeomFromText('POINT(1 2)')", "POINT(1, 2)", "GREATEST(1, 2.5)", "LEAST('a', 1)", "POW(2, 70)", "1 / 3", "9223372036854775807 DIV 2", "-0.0", "-(0e0)", "SUBSTRING('🌍x', 1, 1)", "CHAR(65)", "CHAR(0xC3A9 USING utf8mb4)", "ELT(1, 'a')", "FIELD('a', 'a')",
        "(SELECT MAX(b) FROM (SELECT b'1' AS b) x)", "(SELECT COUNT(*) FROM (SELECT 1) x)", "(SELECT SUM(n) FROM (SELECT 1 AS n UNION SELECT 2) x)", "(SELECT AVG(n) FROM (SELECT 1 AS n UNION SELECT 2) x)", "(SELECT GROUP_CONCAT(n) FROM (SELECT 1 AS n UNION SELECT 2) x)", "(SELECT BIT_AND(n) FROM (SELECT 1 AS n) x)",
        "@none", "@@version_comment", "@@sql_mode", "@@max_allowed_packet", "DATABASE()", "INET6_ATON('::1')", "UUID_SHORT() > 0", "TRUE", "FALSE",
    ];

    private static IEnumerable<ColumnSample> Integers(int width, string type, int signed, long lowest, long highest, int unsigned, ulong mostUnsigned) =>
    [
        new(type, signed, Say(lowest), "-1", "0", "1", Say(highest)) { Next = Whole(lowest, highest) },
        new($"{type} UNSIGNED", unsigned, "0", "1", Say(mostUnsigned)) { Next = Whole(0, (long)Math.Min(mostUnsigned, long.MaxValue)) },
        new($"{type}({width}) UNSIGNED ZEROFILL", unsigned, "0", "1", Say(mostUnsigned)),
    ];

    private static ColumnSample Bits(int width) => new(
        $"BIT({width})", width == 1 ? Boolean : UInt64, "b'0'", "b'1'", Say(width == 64 ? ulong.MaxValue : (1UL << width) - 1), Say(1UL << (width - 1)), Say(Math.Min(48UL, (1UL << (width - 1)) - 1 + (1UL << (width - 1)))));

    private static ColumnSample WordsIn(string charset) =>
        new($"VARCHAR(255) CHARACTER SET {charset}", Text, charset is "gbk" or "sjis" ? ["''", "'a'", "'漢字'"] : Words) { Next = AsciiText };

    private static Func<Random, string> Whole(long least, long most) => random => Say(random.NextInt64(least, most));

    private static Func<Random, string> Fraction(double most) => random => ((random.NextDouble() - 0.5) * most / Math.Pow(10, random.Next(20))).ToString("R", CultureInfo.InvariantCulture);

    private static string AsciiText(Random random) => $"REPEAT('{(char)random.Next('a', 'z' + 1)}', {random.Next(256)})";

    private static string AnyText(Random random) => $"REPEAT('{(random.Next(2) == 0 ? "ž" : "y")}', {random.Next(127)})";

    private static string AnyBytes(Random random)
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return $"x'{Convert.ToHexString(bytes)}'";
    }

    private static DateTime Moment(Random random) => System.DateTime.UnixEpoch.AddTicks(random.NextInt64(-300_000_000_000_000_000, 2_000_000_000_000_000_000));

    private static string Say(IConvertible number) => number.ToString(CultureInfo.InvariantCulture);
}
