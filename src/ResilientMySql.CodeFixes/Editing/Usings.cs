using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Editing;

/// <summary>Brings namespaces into scope.</summary>
internal static class Usings
{
    /// <summary>
    /// The changes after which the types of these full names can be written short at <paramref name="position"/>; null where a
    /// short name means another type there.
    /// </summary>
    public static IReadOnlyList<TextChange>? Import(
        CompilationUnitSyntax root, SemanticModel model, SourceText text, int position, params string[] typeNames)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string typeName in typeNames)
        {
            int dot = typeName.LastIndexOf('.');
            var visible = model.LookupNamespacesAndTypes(position, name: typeName.Substring(dot + 1)).OfType<INamedTypeSymbol>().ToList();
            visible.RemoveAll(type => type.Arity > 0 && model.Compilation.GetTypeByMetadataName(typeName) is { Arity: 0 });
            if (visible.Count == 0)
                missing.Add(typeName.Substring(0, dot));
            else if (!visible.Exists(type => type.ContainingNamespace.ToDisplayString() + "." + type.Name == typeName))
                return null;
        }

        return [.. missing.Select(name => Insert(root, text, name))];
    }

    private static TextChange Insert(CompilationUnitSyntax root, SourceText text, string name)
    {
        string lineEnd = LineEnds.Of(text);
        SyntaxList<UsingDirectiveSyntax> usings = Existing(root);
        if (usings.Count == 0)
            return TextChanges.Insert(StartOfCode(root), $"using {name};{lineEnd}{lineEnd}");

        UsingDirectiveSyntax? next = usings.FirstOrDefault(directive => IsPlain(directive) && ComesBefore(name, directive.Name!.ToString()));
        UsingDirectiveSyntax last = usings.LastOrDefault(IsPlain) ?? usings.Last();
        return next is not null
            ? TextChanges.Insert(next.SpanStart, $"using {name};{lineEnd}{LineEnds.IndentationAt(text, next.SpanStart)}")
            : TextChanges.Insert(last.Span.End, $"{lineEnd}{LineEnds.IndentationAt(text, last.SpanStart)}using {name};");
    }

    private static SyntaxList<UsingDirectiveSyntax> Existing(CompilationUnitSyntax root)
    {
        SyntaxList<UsingDirectiveSyntax>? nested = root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Usings;
        return root.Usings.Count > 0 ? root.Usings : nested ?? default;
    }

    /// <summary>Behind a header, but not between a type and its documentation.</summary>
    private static int StartOfCode(CompilationUnitSyntax root)
    {
        SyntaxToken first = root.GetFirstToken();
        return first.LeadingTrivia.Any(trivia => trivia.HasStructure) ? 0 : first.SpanStart;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None)
        && directive.Name is not null;

    private static bool ComesBefore(string name, string other) =>
        IsSystem(name) == IsSystem(other) ? string.CompareOrdinal(name, other) < 0 : IsSystem(name);

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
