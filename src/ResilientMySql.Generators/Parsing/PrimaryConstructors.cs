using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.Generators.Parsing;

/// <summary>The constructors whose parameters stand behind their type's name.</summary>
internal static class PrimaryConstructors
{
    /// <summary>Whether this is one; always false for a type from another assembly, where nothing tells.</summary>
    public static bool Contain(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax;
}
