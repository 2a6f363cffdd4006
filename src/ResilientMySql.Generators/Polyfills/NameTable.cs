// The library's type of this name stands on a frozen dictionary, which netstandard2.0 does not have.
namespace ResilientMySql.Statements;

internal readonly struct NameTable<TValue>(IEnumerable<TValue> values, Func<TValue, string> nameOf)
    where TValue : struct
{
    private readonly Dictionary<string, TValue> _values = values.ToDictionary(nameOf, StringComparer.OrdinalIgnoreCase);

    public bool TryGetValue(ReadOnlySpan<char> name, out TValue value) => _values.TryGetValue(name.ToString(), out value);
}
