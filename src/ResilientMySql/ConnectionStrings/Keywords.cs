using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ResilientMySql.ConnectionStrings;

/// <summary>All keywords that a connection string may have.</summary>
internal static class Keywords
{
    private static readonly ImmutableArray<Keyword> All = [.. DriverKeywords.All, .. OwnKeywords.All];

    private static readonly FrozenDictionary<string, Keyword> ByName = All
        .SelectMany(static keyword => keyword.AllNames, static (keyword, name) => (keyword, name))
        .ToFrozenDictionary(static pair => pair.name, static pair => pair.keyword, StringComparer.OrdinalIgnoreCase);

    /// <summary>In which place it is written back.</summary>
    public static int OrderOf(string name) => Find(name) is { } keyword ? All.IndexOf(keyword) : All.Length;

    public static Keyword? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.GetValueOrDefault(name);
    }

    /// <exception cref="ArgumentException">There is none of that name; says which one may have been meant.</exception>
    public static Keyword Get(string name) => Find(name) ?? throw new ArgumentException(Spelling.Nearest(name, All) is { } nearest
        ? $"Connection string: the keyword '{name}' is unknown; did you mean '{nearest}'?"
        : $"Connection string: the keyword '{name}' is unknown.");
}
