using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>An asynchronous call and the await around it.</summary>
internal static class CallSite
{
    /// <summary>The await of <paramref name="call"/>, also through ConfigureAwait; null where it is not awaited on the spot.</summary>
    public static AwaitExpressionSyntax? FindAwait(ExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax await => await,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax await } } => await,
        _ => null,
    };

    /// <summary>What is awaited, without ConfigureAwait; null where this is no await of a call.</summary>
    public static InvocationExpressionSyntax? Awaited(AwaitExpressionSyntax await) => await.Expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax call } } => call,
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    /// <summary>The await as it is written, of another call.</summary>
    public static string WithCall(AwaitExpressionSyntax await, InvocationExpressionSyntax call, string other)
    {
        string text = await.ToString();
        var span = new TextSpan(call.SpanStart - await.SpanStart, call.Span.Length);
        return text.Substring(0, span.Start) + other + text.Substring(span.End);
    }
}
