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
        new(name, defaultValue, text => uint.TryParse(text, CultureInfo.InvariantCulture, out uint seconds) && seconds >= least && seconds <= most ? seconds : null,
            string.Create(CultureInfo.InvariantCulture, $"{least} to {most} seconds"));

    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public object Parse(object value) => _parse(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
        ?? throw new ArgumentException($"Connection string: '{Name}={value}' is not valid; use {_remedy}.");

    private static string[] OtherNamesOf(string name) => name.Contains(' ') ? [name.Replace(" ", "", StringComparison.Ordinal)] : [];
}
