using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads what the generated part of a method repeats of its declaration, and what names it.</summary>
internal static class SignatureParser
{
    /// <summary>The author's modifiers, word for word, since both parts must agree on them, and the rest from the symbol.</summary>
    public static string Signature(MethodDeclaration declaration)
    {
        IEnumerable<string> modifiers = declaration.Syntax.Modifiers
            .Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))
            .Select(modifier => modifier.ValueText);

        return string.Join(" ", [.. modifiers, Displays.InCode(declaration.Symbol)]);
    }

    /// <summary>The asynchronous sibling of a synchronous method, as a declaration of its own.</summary>
    public static SiblingModel Sibling(MethodDeclaration declaration, ResultModel result)
    {
        IEnumerable<string> modifiers = declaration.Syntax.Modifiers
            .Where(modifier => IsRepeatedBySibling(modifier.Kind()))
            .Select(modifier => modifier.ValueText);

        string task = result switch
        {
            { Shape: ResultShape.Nothing } => "global::System.Threading.Tasks.ValueTask",
            { Shape: ResultShape.Enumerable } => $"global::System.Collections.Generic.IAsyncEnumerable<{result.Row!.Type}>",
            _ => $"global::System.Threading.Tasks.ValueTask<{result.Type}>",
        };

        string token = Names.Unused("cancellationToken", name => declaration.Symbol.Parameters.Any(parameter => parameter.Name == name));
        IEnumerable<string> parameters = declaration.Symbol.Parameters.Select(Displays.WithDefault)
            .Append($"global::System.Threading.CancellationToken {token} = default");

        string signature = string.Join(" ", [.. modifiers, task, $"{declaration.Name}Async({string.Join(", ", parameters)})"]);
        return new SiblingModel(signature, token);
    }

    /// <summary>Comments count as documentation also where the project does not parse them as such.</summary>
    public static bool IsDocumented(MethodDeclarationSyntax syntax) => syntax.GetLeadingTrivia()
        .Select(trivia => trivia.ToFullString())
        .Any(text => text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal));

    private static bool IsRepeatedBySibling(SyntaxKind modifier) => modifier is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword
        or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword;

    /// <summary>Namespace.Outer+Type.Method: a plus where a type is nested, so that no other member can have the same name.</summary>
    public static string HintName(IMethodSymbol method)
    {
        string name = method.ContainingType.MetadataName;
        for (INamedTypeSymbol? outer = method.ContainingType.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;

        for (INamespaceSymbol part = method.ContainingType.ContainingNamespace; !part.IsGlobalNamespace; part = part.ContainingNamespace)
            name = part.Name + "." + name;

        return $"{name}.{method.Name}";
    }

    /// <summary>A hash of what tells overloads apart (FNV-1a, which every machine computes alike).</summary>
    public static string Discriminator(IMethodSymbol method)
    {
        IEnumerable<string> parameters = method.Parameters
            .Select(parameter => parameter.RefKind + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

        uint hash = 2166136261;
        foreach (char character in $"{method.ContainingType.ToDisplayString()}.{method.Name}`{method.Arity}({string.Join(",", parameters)})")
            hash = unchecked((hash ^ character) * 16777619);

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
