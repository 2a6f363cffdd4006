using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Names the generated files. The compiler takes two names that differ only in case for the same.</summary>
internal static class HintNames
{
    public static EquatableArray<string> FindContested(IEnumerable<string> names)
    {
        IEnumerable<string> contested = names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key);

        return new EquatableArray<string>([.. contested]);
    }

    public static string Of(string name, string discriminator, EquatableArray<string> contested) =>
        contested.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? $"{name}_{discriminator}.g.cs"
            : $"{name}.g.cs";
}
