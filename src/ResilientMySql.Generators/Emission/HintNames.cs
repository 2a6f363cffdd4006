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

    public static string Of(DeclarationModel method, EquatableArray<string> contested) =>
        contested.Contains(method.HintName, StringComparer.OrdinalIgnoreCase)
            ? $"{method.HintName}_{method.Discriminator}.g.cs"
            : $"{method.HintName}.g.cs";
}
