using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>Where data access is written: the file, the type that a method can be added to, and the member behind which it goes.</summary>
internal sealed record CallPlace(
    Document Document, CompilationUnitSyntax Root, SourceText Text, SemanticModel SemanticModel, SyntaxNode Node,
    MemberDeclarationSyntax Member, TypeDeclarationSyntax Type)
{
    public Compilation Compilation => SemanticModel.Compilation;

    /// <summary>Null where the place is in no class, struct or record.</summary>
    public static async Task<CallPlace?> FindAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit || model is null)
            return null;

        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        MemberDeclarationSyntax? member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate.Parent is TypeDeclarationSyntax);
        if (member?.Parent is not TypeDeclarationSyntax type || type is InterfaceDeclarationSyntax || member is TypeDeclarationSyntax)
            return null;

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return new CallPlace(document, unit, text, model, node, member, type);
    }

    /// <summary>Whether a comment or a directive inside <paramref name="span"/> would be lost with it.</summary>
    public bool HasCommentsIn(TextSpan span) => Root.DescendantTrivia(span).Any(trivia =>
        span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
