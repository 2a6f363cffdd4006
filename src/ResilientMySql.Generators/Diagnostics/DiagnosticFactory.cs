using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Diagnostics;

/// <summary>Turns a diagnostic from parsing into the compiler's.</summary>
internal static class DiagnosticFactory
{
    public static Diagnostic Create(DiagnosticInfo info, Compilation compilation) =>
        Diagnostic.Create(Descriptors.Get(info.Id), Locate(info.Location, compilation), [.. info.Arguments]);

    /// <summary>A location in a syntax tree is one that <c>#pragma warning disable</c> applies to.</summary>
    private static Location Locate(SourceSpan span, Compilation compilation)
    {
        var text = new TextSpan(span.Start, span.Length);
        SyntaxTree? tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == span.FilePath && tree.Length >= text.End);
        return tree is not null ? Location.Create(tree, text) : Location.Create(span.FilePath, text, Lines(span));
    }

    private static LinePositionSpan Lines(SourceSpan span) => new(
        new LinePosition(span.StartLine, span.StartCharacter),
        new LinePosition(span.EndLine, span.EndCharacter));
}
