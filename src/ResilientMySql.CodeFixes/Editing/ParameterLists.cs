using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Editing;

/// <summary>Adds parameters to a declaration, and takes some out.</summary>
internal static class ParameterLists
{
    /// <summary>Puts <paramref name="added"/> behind the parameters that every call names, before optional ones.</summary>
    public static TextChange Add(ParameterListSyntax list, SemanticModel model, IReadOnlyList<string> added)
    {
        SeparatedSyntaxList<ParameterSyntax> parameters = list.Parameters;
        int index = parameters.Count;
        while (index > 0 && StaysLast(parameters[index - 1], model))
            index--;

        string text = string.Join(", ", added);
        return (index, parameters.Count) switch
        {
            (_, 0) => TextChanges.Insert(list.OpenParenToken.Span.End, text),
            (_, var count) when index == count => TextChanges.Insert(parameters[count - 1].Span.End, ", " + text),
            _ => TextChanges.Insert(parameters[index].SpanStart, text + ", "),
        };
    }

    /// <summary>Puts <paramref name="added"/> behind all others.</summary>
    public static TextChange Append(ParameterListSyntax list, string added) => list.Parameters.Count == 0
        ? TextChanges.Insert(list.OpenParenToken.Span.End, added)
        : TextChanges.Insert(list.Parameters.Last().Span.End, ", " + added);

    /// <summary>Takes the parameters at these places out, with the comma that each leaves over.</summary>
    public static IEnumerable<TextChange> Remove(ParameterListSyntax list, IReadOnlyCollection<int> removed)
    {
        SeparatedSyntaxList<ParameterSyntax> parameters = list.Parameters;
        int kept = parameters.Count;
        while (kept > 0 && removed.Contains(kept - 1))
            kept--;

        foreach (int index in removed.Where(index => index < kept))
            yield return TextChanges.Remove(TextSpan.FromBounds(parameters[index].SpanStart, parameters[index + 1].SpanStart));

        if (kept < parameters.Count)
        {
            int start = kept == 0 ? parameters[0].SpanStart : parameters[kept - 1].Span.End;
            yield return TextChanges.Remove(TextSpan.FromBounds(start, parameters[parameters.Count - 1].Span.End));
        }
    }

    private static bool StaysLast(ParameterSyntax parameter, SemanticModel model) =>
        parameter.Default is not null
        || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
        || model.GetDeclaredSymbol(parameter) is { Type: { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } };
}
