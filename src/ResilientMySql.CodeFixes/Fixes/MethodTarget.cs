using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>The method that a diagnostic is about, in its file.</summary>
internal sealed record MethodTarget(
    CompilationUnitSyntax Root, SourceText Text, SemanticModel SemanticModel, MethodDeclarationSyntax Syntax, IMethodSymbol Symbol)
{
    public SeparatedSyntaxList<ParameterSyntax> Parameters => Syntax.ParameterList.Parameters;

    /// <summary>The SQL of the method's attribute; null where that is not a constant in this file.</summary>
    public AttributeSql? FindSql() => AttributeSql.Find(Syntax, SemanticModel);

    /// <summary>The index of the parameter at <paramref name="span"/>, or -1.</summary>
    public int IndexOfParameter(TextSpan span) => Parameters.IndexOf(parameter => parameter.Span.Contains(span));

    /// <summary>Null where the place is not inside a method's declaration.</summary>
    public static async Task<MethodTarget?> FindAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit || model is null || !root.FullSpan.Contains(span))
            return null;

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        MethodDeclarationSyntax? method = FindMethod(root.FindNode(span, getInnermostNodeForTie: true));
        return method is not null && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            ? new MethodTarget(unit, text, model, method, symbol)
            : null;
    }

    /// <summary>A local function or an accessor is no method that a body could be generated for.</summary>
    private static MethodDeclarationSyntax? FindMethod(SyntaxNode node)
    {
        SyntaxNode? declaration = node.FirstAncestorOrSelf<SyntaxNode>(static candidate =>
            candidate is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax);

        return declaration as MethodDeclarationSyntax;
    }
}
