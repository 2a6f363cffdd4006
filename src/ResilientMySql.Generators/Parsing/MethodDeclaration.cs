using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>The method being parsed, as the compiler sees it. Nothing of it may reach the model.</summary>
internal sealed record MethodDeclaration(
    IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, StatementKind Kind, AttributeData Attribute, SemanticModel SemanticModel)
{
    public string Name => Symbol.Name;

    public Location Location => Syntax.Identifier.GetLocation();

    public INamedTypeSymbol ContainingType => Symbol.ContainingType;

    public bool IsAsync => KnownTypes.IsValueTask(Symbol.ReturnType) || KnownTypes.IsTask(Symbol.ReturnType) || KnownTypes.IsAsyncEnumerable(Symbol.ReturnType);

    /// <summary>Whether it is marked with one of the library's attributes.</summary>
    public bool Has(string attribute) => Find(attribute) is not null;

    public AttributeData? Find(string attribute) => KnownTypes.FindAttribute(Symbol.GetAttributes(), attribute);

    /// <summary>Where an attribute of the method stands.</summary>
    public Location LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference
        ? Location.Create(reference.SyntaxTree, reference.Span)
        : Location;
}
