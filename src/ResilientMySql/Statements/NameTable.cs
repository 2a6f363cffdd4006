using System.Collections.Frozen;

namespace ResilientMySql.Statements;

/// <summary>Finds what belongs to a name, given as a stretch of text, whatever its case. Finding allocates nothing.</summary>
/// <remarks>The generator has a type of this name of its own, for the frozen dictionary is not in netstandard2.0.</remarks>
internal readonly struct NameTable<TValue>(IEnumerable<TValue> values, Func<TValue, string> nameOf)
    where TValue : struct
{
    private readonly FrozenDictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> _values =
        values.ToFrozenDictionary(nameOf, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGetValue(ReadOnlySpan<char> name, out TValue value) => _values.TryGetValue(name, out value);
}
