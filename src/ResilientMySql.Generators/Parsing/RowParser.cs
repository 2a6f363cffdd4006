using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads the type of one row: a scalar, or a type whose constructor takes the columns.</summary>
internal static class RowParser
{
    /// <summary>Whether the type is of a kind that could hold a row: a scalar, a class or a struct.</summary>
    public static bool CanBeRow(ITypeSymbol type) =>
        ScalarTypes.Find(type) is not null
        || KnownTypes.WithoutNullable(type) is INamedTypeSymbol
        {
            TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, SpecialType: not SpecialType.System_Void,
        };

    public static RowModel? Parse(ITypeSymbol type, Location location, Reports reports)
    {
        if (ScalarTypes.Find(type) is { } scalar)
            return new RowModel(Displays.InCode(type), new EquatableArray<ColumnModel>([new ColumnModel(null, scalar)]));

        var row = (INamedTypeSymbol)KnownTypes.WithoutNullable(type);
        IMethodSymbol? constructor = ChooseConstructor(row);
        if (FindMistake(row, constructor) is not { } mistake)
            return new RowModel(Displays.InCode(type), new EquatableArray<ColumnModel>([.. constructor!.Parameters.Select(Column)]));

        reports.Add(Descriptors.UnsupportedRowType, location, Displays.InMessage(row), mistake);
        return null;
    }

    /// <summary>The primary constructor or else the only one, where that is public.</summary>
    private static IMethodSymbol? ChooseConstructor(INamedTypeSymbol type)
    {
        IMethodSymbol[] constructors =
            [.. type.InstanceConstructors.Where(constructor => constructor is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })];

        return Array.Find(constructors, PrimaryConstructors.Contain) ?? (constructors.Length == 1 ? constructors[0] : null);
    }

    private static string? FindMistake(INamedTypeSymbol row, IMethodSymbol? constructor)
    {
        if (row.IsAbstract)
            return "it is abstract";

        if (constructor is null or { Parameters.IsEmpty: true })
            return "it needs one public constructor, whose parameters take the columns in order";

        if (FindUnsetMember(row, constructor) is { } unset)
            return $"the constructor does not set its required member '{unset.Name}'";

        IParameterSymbol? unsupported = constructor.Parameters
            .FirstOrDefault(parameter => Column(parameter).Scalar is null || parameter.RefKind is RefKind.Ref or RefKind.Out);

        return unsupported is null
            ? null
            : $"its member '{unsupported.Name}' has the type '{Displays.InMessage(unsupported.Type)}', which no column maps to";
    }

    private static ISymbol? FindUnsetMember(INamedTypeSymbol row, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
            return null;

        for (INamedTypeSymbol? type = row; type is not null; type = type.BaseType)
        {
            ISymbol? unset = type.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
            if (unset is not null)
                return unset;
        }

        return null;
    }

    private static ColumnModel Column(IParameterSymbol parameter) => new(parameter.Name, ScalarTypes.Find(parameter.Type)!);
}
