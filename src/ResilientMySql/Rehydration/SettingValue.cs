using System.Globalization;

namespace ResilientMySql.Rehydration;

/// <summary>Compares what a SET statement wrote with what the server reads back. Pure.</summary>
internal static class SettingValue
{
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly string[] CombinedModes =
        ["ANSI", "TRADITIONAL", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL", "MYSQL323", "MYSQL40"];

    /// <summary>
    /// Whether the session has the value. Servers answer in their own spelling: <c>1</c> or <c>ON</c>, all the modes that one mode
    /// stands for, a character set's full name. What cannot be compared (DEFAULT, an escaped text, a value by its number) agrees.
    /// </summary>
    /// <param name="written">The value as the statement writes it, quotes included.</param>
    /// <param name="actual">What the server reads back; null for NULL.</param>
    public static bool Agrees(string written, string? actual)
    {
        bool isQuoted = written is ['\'' or '"' or '`', ..];
        string value = isQuoted ? written[1..^1] : written;
        if (!isQuoted && (Is(value, "DEFAULT") || value.StartsWith("0x", StringComparison.OrdinalIgnoreCase)))
            return true;

        if (actual is null)
            return Is(value, "NULL");

        if (isQuoted && value.AsSpan().IndexOfAny('\\', written[0]) >= 0)
            return true;

        if (Is(value, actual) || Switch(value) is { } on && Switch(actual) == on)
            return true;

        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return !decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal read) ? Switch(actual) is null : number == read;

        return Offset(value) is { } offset ? Offset(actual) == offset : IsSameList(actual, value);
    }

    private static bool? Switch(string value) => value switch
    {
        "1" => true,
        "0" => false,
        _ when Is(value, "ON") || Is(value, "TRUE") => true,
        _ when Is(value, "OFF") || Is(value, "FALSE") => false,
        _ => null,
    };

    /// <summary>A time zone such as <c>+1:00</c>, which reads back as <c>+01:00</c>.</summary>
    private static TimeSpan? Offset(string value) =>
        value is ['+' or '-', ..] && TimeSpan.TryParse(value.TrimStart('+'), CultureInfo.InvariantCulture, out TimeSpan offset) ? offset : null;

    /// <summary>Lists agree when they are the same in any order; a mode made of others, or one switch of many, brings more along.</summary>
    private static bool IsSameList(string actual, string expected)
    {
        string[] present = actual.Split(',', Trimmed);
        string[] words = expected.Split(',', Trimmed);
        return words.All(word => Array.Exists(present, item => Is(item, word) || IsFullNameOf(item, word)))
            && (present.Length == words.Length || Array.Exists(words, BringsMoreAlong));
    }

    private static bool BringsMoreAlong(string word) =>
        word.Contains('=', StringComparison.Ordinal) || Array.Exists(CombinedModes, mode => Is(mode, word));

    /// <summary><c>utf8</c> is short for what the server has made of it by now.</summary>
    private static bool IsFullNameOf(string item, string word) =>
        word.StartsWith("utf8", StringComparison.OrdinalIgnoreCase)
        && (Is(item, "utf8mb3" + word[4..]) || Is(item, "utf8mb4" + word[4..]));

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
