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
}
