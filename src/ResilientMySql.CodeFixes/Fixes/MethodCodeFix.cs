using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>
/// A fix that edits the file of the method it is about. What it changes is text, so that everything around it stays as its
/// author wrote it; fixing all gathers the changes of all methods.
/// </summary>
internal abstract class MethodCodeFix : CodeFixProvider
{
    /// <summary>Null where the fix has nothing to offer.</summary>
    /// <param name="target">The method.</param>
    /// <param name="diagnostics">At least one; several of the same method where all are fixed at once.</param>
    protected abstract MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics);

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAllAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            MethodTarget? target = await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (target is null || Edit(target, [diagnostic]) is not { } edit)
                continue;

            Document Apply() => context.Document.WithText(target.Text.WithChanges(TextChanges.Merge(edit.Changes)));
            context.RegisterCodeFix(CodeAction.Create(edit.Title, _ => Task.FromResult(Apply()), GetType().Name), diagnostic);
        }
    }

    private static async Task<MethodTarget?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Location.IsInSource
            ? await MethodTarget.FindAsync(document, diagnostic.Location.SourceSpan, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var changes = new List<TextChange>();
        var found = new List<(MethodTarget Target, Diagnostic Diagnostic)>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } target)
                found.Add((target, diagnostic));
        }

        foreach (IGrouping<SyntaxNode, (MethodTarget Target, Diagnostic Diagnostic)> method in found.GroupBy(item => (SyntaxNode)item.Target.Syntax))
        {
            if (Edit(method.First().Target, [.. method.Select(item => item.Diagnostic)]) is { } edit)
                changes.AddRange(edit.Changes);
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(TextChanges.Merge(changes)));
    }
}
