using System.Text;

namespace ResilientMySql.Queries.Bulk;

/// <summary>How many bytes the driver's literals take at most, in the text of a statement.</summary>
internal static class LiteralSizes
{
    public const int Null = 4;

    public const int Boolean = 5;

    public const int Integer = 20;

    public const int Single = 16;

    public const int Double = 26;

    public const int Decimal = 32;

    /// <summary>65 digits, a sign and a point.</summary>
    public const int MySqlDecimal = 68;

    /// <summary><c>timestamp('2000-12-31 23:59:59.999999')</c>.</summary>
    public const int Timestamp = 40;

    /// <summary><c>time '-838:59:59.000000'</c>.</summary>
    public const int Time = 28;

    /// <summary>16 bytes, each of them escaped.</summary>
    public const int Guid = BinaryQuotes + 32;

    public const int Char = Quotes + 4;

    /// <summary>The four bytes before a geometry's own, each of them escaped.</summary>
    public const int Srid = 8;

    private const int Quotes = 2;

    // _binary'…'
    private const int BinaryQuotes = 9;

    // A UTF-16 unit takes three bytes at most, and those that are escaped take two.
    private const int MostBytesPerChar = 3;

    /// <summary>Without a look at the text.</summary>
    public static long BoundOf(string text) => Quotes + ((long)text.Length * MostBytesPerChar);

    /// <summary>Without a look at the bytes.</summary>
    public static long BoundOf(ReadOnlySpan<byte> bytes) => BinaryQuotes + (2L * bytes.Length);

    /// <summary>At most so much, and exactly where backslashes escape.</summary>
    public static long SizeOf(string text) => Quotes + Encoding.UTF8.GetByteCount(text) + CountEscapes<char>(text, '\0', '\'', '\\');

    /// <inheritdoc cref="SizeOf(string)"/>
    public static long SizeOf(ReadOnlySpan<byte> bytes) => BinaryQuotes + bytes.Length + CountEscapes(bytes, (byte)'\0', (byte)'\'', (byte)'\\');

    private static long CountEscapes<T>(ReadOnlySpan<T> value, T zero, T quote, T backslash)
        where T : IEquatable<T> => (long)value.Count(zero) + value.Count(quote) + value.Count(backslash);
}
