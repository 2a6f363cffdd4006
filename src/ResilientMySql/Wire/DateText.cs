using System.Buffers.Text;

namespace ResilientMySql.Wire;

/// <summary>Reads a date out of a text column, where an expression has turned it into one: <c>2026-02-28 12:34:56.789</c>, or its first half.</summary>
internal static class DateText
{
    private const int DateLength = 10;
    private const int SecondsLength = 19;
    private const int Longest = 26;
    private const int TickDigits = 7;

    /// <exception cref="FormatException">It is no date.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or time.</exception>
    public static DateTime Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length is < DateLength or > Longest)
            throw Unreadable();

        int year = Number(text, 0, 4);
        int month = Number(text, 5, 2, '-');
        int day = Number(text, 8, 2, '-');
        if (text.Length == DateLength)
            return new DateTime(year, month, day);

        var seconds = new DateTime(year, month, day, Number(text, 11, 2, ' '), Number(text, 14, 2, ':'), Number(text, 17, 2, ':'));
        return text.Length == SecondsLength ? seconds : seconds.AddTicks(Ticks(text));
    }

    private static long Ticks(ReadOnlySpan<byte> text)
    {
        int digits = text.Length - SecondsLength - 1;
        long ticks = Number(text, SecondsLength + 1, digits, '.');
        for (; digits < TickDigits; digits++)
            ticks *= 10;

        return ticks;
    }

    private static int Number(ReadOnlySpan<byte> text, int start, int length, char separator) =>
        start + length <= text.Length && text[start - 1] == separator ? Number(text, start, length) : throw Unreadable();

    /// <summary>The number must end where it should: one digit more or less is another format.</summary>
    private static int Number(ReadOnlySpan<byte> text, int start, int length) =>
        Utf8Parser.TryParse(text[start..], out int number, out int consumed) && consumed == length && number >= 0 ? number : throw Unreadable();

    private static FormatException Unreadable() => new("The text is no date.");
}
