using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>Turns a command, its parameters and the loop that reads it into a <c>[Query]</c> or <c>[Execute]</c> method.</summary>
/// <remarks>Offered only for shapes that are understood from the first statement to the last.</remarks>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ConvertCommand)), Shared]
internal sealed class ConvertCommand : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CallPlace? place = await CallPlace.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        if (place is null || CommandReader.Find(place, context.Span) is not { } use || MethodExtraction.Create(place, use.Method) is not { } extraction)
            return;

        var change = new TextChange(use.Span, use.Prefix + use.Call.With(extraction.Call) + use.Suffix);
        context.RegisterRefactoring(CodeAction.Create(extraction.Title, token => extraction.ApplyAsync([change], token), nameof(ConvertCommand)));
    }
}
