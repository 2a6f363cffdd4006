using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Refactorings.Dapper;

/// <summary>Turns a call of Dapper's into a <c>[Query]</c> or <c>[Execute]</c> method and a call of that.</summary>
/// <remarks>Offered only where the SQL is constant, every parameter's type is known and the method does what Dapper did.</remarks>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ConvertDapperCall)), Shared]
internal sealed class ConvertDapperCall : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CallPlace? place = await CallPlace.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        InvocationExpressionSyntax? call = place?.Node.AncestorsAndSelf().TakeWhile(node => node != place.Member)
            .OfType<InvocationExpressionSyntax>().FirstOrDefault(candidate => DapperMethod.Find(NameOf(candidate)) is not null);

        if (place is null || call is null || place.HasCommentsIn(call.Span) || DapperCall.Read(call, place) is not { } method)
            return;

        AwaitExpressionSyntax? awaited = CallSite.FindAwait(call);
        if (method.IsAsync != awaited is not null || MethodExtraction.Create(place, method) is not { } extraction)
            return;

        if (Replacement(call, awaited, method, extraction.Call) is not { } change)
            return;

        context.RegisterRefactoring(CodeAction.Create(extraction.Title, token => extraction.ApplyAsync([change], token), nameof(ConvertDapperCall)));
    }

    private static string NameOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : "";

    /// <summary>A list needs no ToList behind it. Null where the list would do something else than the sequence did.</summary>
    private static TextChange? Replacement(InvocationExpressionSyntax call, AwaitExpressionSyntax? awaited, QueryMethod method, string newCall)
    {
        ExpressionSyntax old = (ExpressionSyntax?)awaited ?? call;
        string text = awaited is null ? newCall : CallSite.WithCall(awaited, call, newCall);
        if (method.Shape is not QueryShape.List)
            return new TextChange(old.Span, text);

        ExpressionSyntax result = old.Parent is ParenthesizedExpressionSyntax parentheses ? parentheses : old;
        if (result.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access || access.Expression != result)
            return new TextChange(old.Span, text);

        bool isListed = next.ArgumentList.Arguments.Count == 0 && access.Name.Identifier.ValueText is "ToList" or "AsList";
        bool isLast = awaited is null || next.Parent is not MemberAccessExpressionSyntax;
        return (isListed && isLast, access.Name.Identifier.ValueText) switch
        {
            (true, _) => new TextChange(next.Span, text),
            (false, "Reverse") => null,
            _ => new TextChange(old.Span, text),
        };
    }
}
