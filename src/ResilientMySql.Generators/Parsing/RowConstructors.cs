using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Chooses how the object that holds a row is made.</summary>
internal static class RowConstructors
{
    /// <summary>
    /// The primary constructor; or else the only one that is public; or else, where there are several, none. A struct and a class
    /// without any constructor have an empty one.
    /// </summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        IMethodSymbol[] constructors = [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public)];
        IMethodSymbol[] declared = Array.FindAll(constructors, constructor => !constructor.IsImplicitlyDeclared);
        IMethodSymbol[] choice = declared.Length > 0 ? declared : constructors;
        return Array.Find(choice, PrimaryConstructors.Contain) ?? (choice.Length == 1 ? choice[0] : null);
    }

    /// <summary>
    /// The members that are set by name: all that can be where the constructor takes nothing, otherwise those that are required.
    /// </summary>
    public static List<ISymbol> Assigned(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        List<ISymbol> settable = RowMembers.Settable(type);
        if (constructor is null or { Parameters.IsEmpty: true })
            return constructor is null ? [] : settable;

        bool setsAll = constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        return setsAll ? [] : settable.FindAll(RowMembers.IsRequired);
    }
}
