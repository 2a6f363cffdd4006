using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Whether generated code may name a type that only an attribute names: of all others the method itself could be declared.</summary>
internal static class Visibility
{
    /// <summary>The converter or JSON context that code within <paramref name="container"/> cannot name; null where there is none.</summary>
    public static ITypeSymbol? FindHidden(IEnumerable<AttributeData> marks, INamedTypeSymbol container) => marks
        .Where(mark => Conversions.IsAskedFor([mark]))
        .SelectMany(mark => mark.AttributeClass!.TypeArguments)
        .FirstOrDefault(type => !IsVisible(type, container));

    private static bool IsVisible(ITypeSymbol type, INamedTypeSymbol container)
    {
        for (ITypeSymbol? part = type; part?.ContainingType is { } outer; part = outer)
        {
            bool isEverybodys = part.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
            if (!isEverybodys && !IsWithin(container, outer))
                return false;
        }

        return true;
    }

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol outer)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(part.OriginalDefinition, outer.OriginalDefinition))
                return true;
        }

        return false;
    }
}
