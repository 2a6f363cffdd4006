using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Editing;

/// <summary>Adds <c>partial</c> where a generated part is to join.</summary>
internal static class Modifiers
{
    /// <summary>Makes every type around <paramref name="node"/> partial; null where one cannot be extended even then.</summary>
    public static IReadOnlyList<TextChange>? MakeContainersPartial(SyntaxNode node)
    {
        var types = node.Ancestors().OfType<TypeDeclarationSyntax>().ToList();
        return types.Exists(IsClosed)
            ? null
            : [.. types.Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(type => TextChanges.Insert(type.Keyword.SpanStart, "partial "))];
    }

    /// <summary>A type of one file has its parts there, and C# allows no struct inside an interface with variance.</summary>
    private static bool IsClosed(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.FileKeyword)
        || (type.TypeParameterList?.Parameters.Any(parameter => !parameter.VarianceKeyword.IsKind(SyntaxKind.None)) ?? false);
}
