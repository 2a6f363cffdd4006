using System.Collections.Frozen;
using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>The names of an enum's members, for values that are stored by name.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> Values = Enum.GetNames<TEnum>()
        .ToFrozenDictionary(static name => name, Enum.Parse<TEnum>, StringComparer.Ordinal);

    // A column of type ENUM gives its value as it was declared, which may differ from C#'s spelling in case.
    private static readonly FrozenDictionary<string, TEnum> ValuesInAnyCase = Enum.GetNames<TEnum>()
        .DistinctBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(static name => name, Enum.Parse<TEnum>, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No member has the value.</exception>
    public static string Of(TEnum value) =>
        Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"No member of {typeof(TEnum).Name} has this value, so that it has no name to be stored by.");

    /// <summary>The value of a name, without regard to case where no member is spelled just so.</summary>
    /// <exception cref="FormatException">No member has the name.</exception>
    public static TEnum Parse(string name) =>
        Values.TryGetValue(name, out TEnum value) || ValuesInAnyCase.TryGetValue(name, out value)
            ? value
            : throw new FormatException($"'{name}' is not the name of a member of {typeof(TEnum).Name}.");
}
