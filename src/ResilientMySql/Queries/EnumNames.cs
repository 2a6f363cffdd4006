using System.Collections.Frozen;
using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>The names of enums' members, for values that are stored by name.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class EnumNames
{
    /// <summary>The name of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No member has the value.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.GetName(value) ?? throw new ArgumentOutOfRangeException(
            nameof(value), value, $"No member of {typeof(TEnum).Name} has this value, so that there is no name to store it by.");

    /// <summary>The value of a name, without regard to case where no member is spelled just so.</summary>
    /// <exception cref="FormatException">No member has the name.</exception>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum =>
        Members<TEnum>.Exact.TryGetValue(name, out TEnum value) || Members<TEnum>.InAnyCase.TryGetValue(name, out value)
            ? value
            : throw new FormatException($"'{name}' is not the name of a member of {typeof(TEnum).Name}.");

    private static class Members<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> Exact = Enum.GetNames<TEnum>()
            .ToFrozenDictionary(static name => name, Enum.Parse<TEnum>, StringComparer.Ordinal);

        // A column of type ENUM gives its value as it was declared, which may differ from C#'s spelling in case.
        public static readonly FrozenDictionary<string, TEnum> InAnyCase = Enum.GetNames<TEnum>()
            .DistinctBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static name => name, Enum.Parse<TEnum>, StringComparer.OrdinalIgnoreCase);
    }
}
