using System.Globalization;

namespace ResilientMySql.Rehydration;

/// <summary>Compares what a SET statement wrote with what the server reads back. Pure.</summary>
internal static class SettingValue
{
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly string[] CombinedModes =
        ["ANSI", "TRADITIONAL", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL", "MYSQL323", "MYSQL40"];

    /// <summary>
    /// Compares. Servers answer in their own spelling: <c>1</c> or <c>ON</c>, all the modes that one mode stands for, a character
    /// set's full name. What cannot be compared (DEFAULT, an escaped text, a value by its number) counts as the same.
    /// </summary>
    /// <param name="written">The value as the statement writes it, quotes included.</param>
    /// <param name="actual">What the server reads back; null for NULL.</param>
    public static Agreement Compare(string written, string? actual)
    {
        bool isQuoted = written is ['\'' or '"' or '`', ..] && written.Length > 1;
        string value = isQuoted ? written[1..^1] : written;
        if ((!isQuoted && (Is(value, "DEFAULT") || value is ['0', 'x' or 'X', ..])) || (isQuoted && value.AsSpan().IndexOfAny('\\', written[0]) >= 0))
            return Agreement.Same;

        if (actual is null)
            return Is(value, "NULL") ? Agreement.Same : Agreement.Different;

        if (Is(value, actual))
            return Agreement.Same;

        if (Switch(value) is { } on && Switch(actual) is { } isOn)
            return Of(on == isOn);

        if (Number(value) is { } number)
            return Number(actual) is { } read ? Of(IsAbout(number, read)) : Agreement.Same;

        if (Offset(value) is { } offset && Offset(actual) is { } zone)
            return Of(offset == zone);

        return IsSameList(actual, value) ? Agreement.Same : Agreement.Unclear;
    }

    private static Agreement Of(bool isSame) => isSame ? Agreement.Same : Agreement.Different;

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>Seconds are kept to the microsecond.</summary>
    private static bool IsAbout(double number, double read) => Math.Abs(number - read) <= 0.000_001;

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
        return words.All(word => IsDefault(word) || Array.Exists(present, item => Is(item, word) || IsFullNameOf(item, word)))
            && (present.Length == words.Length || Array.Exists(words, BringsMoreAlong));
    }

    /// <summary>A switch that is put back to what it is by itself.</summary>
    private static bool IsDefault(string word) => Is(word, "default") || word.EndsWith("=default", StringComparison.OrdinalIgnoreCase);

    private static bool BringsMoreAlong(string word) => IsDefault(word) ||
        word.Contains('=', StringComparison.Ordinal) || Array.Exists(CombinedModes, mode => Is(mode, word));

    /// <summary><c>utf8</c> is short for what the server has made of it by now.</summary>
    private static bool IsFullNameOf(string item, string word) =>
        word.StartsWith("utf8", StringComparison.OrdinalIgnoreCase)
        && (Is(item, "utf8mb3" + word[4..]) || Is(item, "utf8mb4" + word[4..]));

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
