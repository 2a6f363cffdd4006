using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS202, RMS205: takes a parameter away that the SQL does not name, or a token that nothing can honour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveParameter)), Shared]
internal sealed class RemoveParameter : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnusedParameter, DiagnosticIds.SynchronousCancellation];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        var removed = new HashSet<int>(diagnostics.Select(diagnostic => target.IndexOfParameter(diagnostic.Location.SourceSpan)).Where(index => index >= 0));
        if (removed.Count == 0)
            return null;

        IEnumerable<string> names = removed.OrderBy(index => index).Select(index => $"'{target.Symbol.Parameters[index].Name}'");
        string title = (removed.Count == 1 ? "Remove the parameter " : "Remove the parameters ") + string.Join(", ", names);
        return new MethodEdit(title, [.. ParameterLists.Remove(target.Syntax.ParameterList, removed)]);
    }
}
