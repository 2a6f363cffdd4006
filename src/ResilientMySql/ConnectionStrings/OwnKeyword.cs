using System.Globalization;

namespace ResilientMySql.ConnectionStrings;

/// <summary>A keyword that the driver does not know. It may be written without its blanks, as most of the driver's may.</summary>
internal sealed class OwnKeyword : Keyword
{
    private readonly Func<string, object?> _parse;
    private readonly string _remedy;

    private OwnKeyword(string name, object defaultValue, Func<string, object?> parse, string remedy)
        : base(name, OtherNamesOf(name))
    {
        Default = defaultValue;
        _parse = parse;
        _remedy = remedy;
    }

    /// <summary>What it is where nothing is said.</summary>
    public object Default { get; }

    /// <summary>A choice by name.</summary>
    public static OwnKeyword Choice<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum =>
        new(name, defaultValue, static text => Enum.TryParse(text, ignoreCase: true, out TEnum parsed) && Enum.IsDefined(parsed) ? parsed : null,
            string.Join(" or ", Enum.GetNames<TEnum>()));

    /// <summary>A time in whole seconds.</summary>
    public static OwnKeyword Seconds(string name, uint defaultValue, uint least, uint most) =>
        new(name, defaultValue, text => NumberIn(text, least, most), string.Create(CultureInfo.InvariantCulture, $"{least} to {most} seconds"));

    /// <summary>A time in whole seconds, or -1, the default, where something else decides.</summary>
    public static OwnKeyword SecondsOrUnset(string name, uint most) =>
        new(name, -1, text => text.Trim() is "-1" ? -1 : NumberIn(text, 0, most) is { } seconds ? (int)seconds : null,
            string.Create(CultureInfo.InvariantCulture, $"0 to {most} seconds, or -1"));

    /// <summary>A count.</summary>
    public static OwnKeyword Number(string name, uint defaultValue, uint most, uint least = 0) =>
        new(name, defaultValue, text => NumberIn(text, least, most), string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));

    /// <summary>Yes or no, in the words that the driver takes.</summary>
    public static OwnKeyword Switch(string name, bool defaultValue) =>
        new(name, defaultValue, SwitchOf, "true or false");

    /// <summary>A text, empty where nothing is said.</summary>
    public static OwnKeyword Text(string name) => new(name, "", static text => text, "a text");

    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public object Parse(object value) => _parse(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
        ?? throw new ArgumentException($"Connection string: '{Name}={value}' is not valid; use {_remedy}.");

    private static uint? NumberIn(string text, uint least, uint most) =>
        uint.TryParse(text, CultureInfo.InvariantCulture, out uint number) && number >= least && number <= most ? number : null;

    private static object? SwitchOf(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };

    private static string[] OtherNamesOf(string name) => name.Contains(' ') ? [name.Replace(" ", "", StringComparison.Ordinal)] : [];
}
