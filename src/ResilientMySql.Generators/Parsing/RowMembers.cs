using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>The members of types whose objects are rows.</summary>
internal static class RowMembers
{
    /// <summary>
    /// The attributes of a member. What a record's positional parameter is marked with, its property is, and the reverse.
    /// </summary>
    public static IEnumerable<AttributeData> MarksOf(ISymbol member) => member switch
    {
        IParameterSymbol parameter => [.. parameter.GetAttributes(), .. CounterpartOf(parameter)?.GetAttributes() ?? []],
        IPropertySymbol property => [.. property.GetAttributes(), .. CounterpartOf(property)?.GetAttributes() ?? []],
        _ => member.GetAttributes(),
    };

    /// <summary>The attributes that may ask for a conversion: the member's, and those of its type.</summary>
    public static IEnumerable<AttributeData> ConversionsOf(ISymbol member) =>
        [.. MarksOf(member), .. KnownTypes.WithoutNullable(TypeOf(member)).GetAttributes()];

    /// <summary>What can be set by name when an object is made, those of its bases first, in the order of declaration.</summary>
    public static List<ISymbol> Settable(INamedTypeSymbol type)
    {
        var members = new List<ISymbol>();
        var hidden = new HashSet<string>();
        for (INamedTypeSymbol? part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            members.InsertRange(0, part.GetMembers().Where(IsSettable).Where(member => !hidden.Contains(member.Name)));
            hidden.UnionWith(part.GetMembers().Where(member => IsHiding(member, members)).Select(member => member.Name));
        }

        return members;
    }

    /// <summary>Whether a base's member of the same name is out of reach; an override without a setter leaves that of its base.</summary>
    public static bool IsHiding(ISymbol member, List<ISymbol> taken) =>
        taken.Contains(member) || member is { IsOverride: false, DeclaredAccessibility: not Accessibility.Private };

    public static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    public static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    private static bool IsSettable(ISymbol member) => member switch
    {
        IPropertySymbol property => property is
        {
            IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public,
        } or { IsRequired: true },
        IFieldSymbol field => field is
        {
            IsStatic: false, IsConst: false, IsReadOnly: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public,
        } or { IsRequired: true },
        _ => false,
    };

    private static ISymbol? CounterpartOf(ISymbol member) => member switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } =>
            constructor.ContainingType.GetMembers(member.Name).FirstOrDefault(property => property is IPropertySymbol),
        IPropertySymbol => member.ContainingType.InstanceConstructors.FirstOrDefault(PrimaryConstructors.Contain)?.Parameters
            .FirstOrDefault(parameter => parameter.Name == member.Name),
        _ => null,
    };
}
