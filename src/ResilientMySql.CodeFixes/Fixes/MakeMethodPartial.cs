using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS101: makes the method partial, and takes the body away that is to be generated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeMethodPartial)), Shared]
internal sealed class MakeMethodPartial : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.MethodNotPartial];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        MethodDeclarationSyntax method = target.Syntax;
        bool isOpen = method.ExplicitInterfaceSpecifier is null && !method.Modifiers.Any(CannotBePartial);
        if (!isOpen || HasOtherPart(target.Symbol) || Modifiers.MakeContainersPartial(method) is not { } containers)
            return null;

        bool isPartial = method.Modifiers.Any(SyntaxKind.PartialKeyword);
        bool hasBody = method.Body is not null || method.ExpressionBody is not null;
        string title = (isPartial, hasBody) switch
        {
            (true, _) => $"Remove the body of '{target.Symbol.Name}'",
            (false, true) => $"Make '{target.Symbol.Name}' partial and remove its body",
            (false, false) => $"Make '{target.Symbol.Name}' partial",
        };

        return new MethodEdit(title, [.. containers, .. Declare(target, isPartial), .. RemoveBody(method)]);
    }

    /// <summary>A second declaration would be left over.</summary>
    private static bool HasOtherPart(IMethodSymbol method) =>
        method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null;

    private static bool CannotBePartial(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword;

    /// <summary>A partial method with a result must say who may call it, and cannot itself be async.</summary>
    private static IEnumerable<TextChange> Declare(MethodTarget target, bool isPartial)
    {
        MethodDeclarationSyntax method = target.Syntax;
        if (!method.Modifiers.Any(IsAccess) && !target.Symbol.ReturnsVoid)
        {
            string access = target.Symbol.ContainingType.TypeKind is TypeKind.Interface ? "public " : "private ";
            yield return TextChanges.Insert(method.Modifiers.Count == 0 ? method.ReturnType.SpanStart : method.Modifiers[0].SpanStart, access);
        }

        SyntaxToken async = method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword));
        if (async.RawKind != 0)
            yield return TextChanges.Remove(TextSpan.FromBounds(async.SpanStart, async.GetNextToken().SpanStart));

        if (!isPartial)
            yield return TextChanges.Insert(method.ReturnType.SpanStart, "partial ");
    }

    private static bool IsAccess(SyntaxToken modifier) => SyntaxFacts.IsAccessibilityModifier(modifier.Kind());

    private static IEnumerable<TextChange> RemoveBody(MethodDeclarationSyntax method)
    {
        SyntaxNode? body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (body is null)
            yield break;

        int start = body.GetFirstToken().GetPreviousToken().Span.End;
        int end = method.SemicolonToken.RawKind == 0 ? body.Span.End : method.SemicolonToken.Span.End;
        yield return new TextChange(TextSpan.FromBounds(start, end), ";");
    }
}
