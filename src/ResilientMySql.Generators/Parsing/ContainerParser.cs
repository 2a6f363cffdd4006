using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads the types around a method.</summary>
internal static class ContainerParser
{
    /// <summary>The first containing type, from the inside out, that a generated part cannot add a struct to; null where there is none.</summary>
    public static string? FindUnextendable(MethodDeclaration declaration) =>
        declaration.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(IsUnextendable)?.Identifier.ValueText;

    /// <summary>What reopens each containing type, from the outside in.</summary>
    public static EquatableArray<string> Headers(INamedTypeSymbol innermost)
    {
        var headers = new Stack<string>();
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
            headers.Push($"{Modifiers(type)} {Keyword(type)} {Displays.Header(type)}");

        return new EquatableArray<string>([.. headers]);
    }

    private static bool IsUnextendable(TypeDeclarationSyntax type) =>
        !type.Modifiers.Any(SyntaxKind.PartialKeyword) || type.Modifiers.Any(SyntaxKind.FileKeyword) || IsVariant(type);

    /// <summary>C# allows no struct inside an interface with in or out type parameters.</summary>
    private static bool IsVariant(TypeDeclarationSyntax type) =>
        type.TypeParameterList?.Parameters.Any(parameter => !parameter.VarianceKeyword.IsKind(SyntaxKind.None)) ?? false;

    /// <summary>A pointer in a signature needs its type's unsafe in this part too.</summary>
    private static string Modifiers(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword))
            ? "unsafe partial"
            : "partial";

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
