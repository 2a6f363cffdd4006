using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>A call of a command's or reader's method, and whether and how it is awaited.</summary>
/// <param name="Call">The call itself.</param>
/// <param name="Whole">The await around it, or the call.</param>
/// <param name="Token">The cancellation token that it passes; null where it passes none.</param>
internal sealed record CommandCall(InvocationExpressionSyntax Call, ExpressionSyntax Whole, string? Token)
{
    public bool IsAsync => Whole is AwaitExpressionSyntax;

    /// <summary>
    /// The call of <paramref name="method"/> on <paramref name="target"/>, or of its asynchronous twin if that is awaited; null for
    /// any other expression.
    /// </summary>
    public static CommandCall? Read(ExpressionSyntax? expression, string target, string method, SemanticModel model)
    {
        InvocationExpressionSyntax? call = expression is AwaitExpressionSyntax await ? CallSite.Awaited(await) : expression as InvocationExpressionSyntax;
        if (call?.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } access || receiver.Identifier.ValueText != target)
            return null;

        bool isAsync = expression is AwaitExpressionSyntax;
        if (access.Name.Identifier.ValueText != (isAsync ? method + "Async" : method) || call.ArgumentList.Arguments.Count > (isAsync ? 1 : 0))
            return null;

        ExpressionSyntax? token = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        return token is null || model.GetTypeInfo(token).ConvertedType is { Name: "CancellationToken" }
            ? new CommandCall(call, expression!, token?.ToString())
            : null;
    }

    /// <summary>The same, awaited the same way, of another call.</summary>
    public string With(string other) => Whole is AwaitExpressionSyntax await ? CallSite.WithCall(await, Call, other) : other;
}
