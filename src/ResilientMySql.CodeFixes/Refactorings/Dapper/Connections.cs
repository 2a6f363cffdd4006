using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.CodeFixes.Refactorings.Dapper;

/// <summary>Dapper opens a closed connection for the call; a generated method wants it open.</summary>
internal static class Connections
{
    /// <summary>Whether this is a local connection that nobody is seen to open before <paramref name="call"/>.</summary>
    public static bool MayBeClosed(ExpressionSyntax connection, SyntaxNode call, SemanticModel model)
    {
        if (connection is not IdentifierNameSyntax name || model.GetSymbolInfo(name).Symbol is not ILocalSymbol local)
            return connection is not (IdentifierNameSyntax or MemberAccessExpressionSyntax);

        SyntaxNode? declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        bool isBornOpen = declaration is VariableDeclaratorSyntax { Initializer.Value: var value }
            && value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(created => IsNamed(created, "OpenConnection"));

        SyntaxNode body = call.Ancestors().First(node => node is MemberDeclarationSyntax);
        return !isBornOpen && !body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(opening =>
            opening.SpanStart < call.SpanStart && IsNamed(opening, "Open")
            && opening.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
            && receiver.Identifier.ValueText == local.Name);
    }

    private static bool IsNamed(InvocationExpressionSyntax call, string name) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } && (called == name || called == name + "Async");
}
