using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS302: returns a ValueTask instead of a Task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnValueTask)), Shared]
internal sealed class ReturnValueTask : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.TaskReturnType];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        SimpleNameSyntax? name = target.Syntax.ReturnType switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };

        return name?.Identifier.ValueText == "Task"
            ? new MethodEdit($"Return '{Replacement(target.Syntax.ReturnType, name)}'", [new TextChange(name.Identifier.Span, "ValueTask")])
            : null;
    }

    private static string Replacement(TypeSyntax type, SimpleNameSyntax name) =>
        type.ToString().Insert(name.SpanStart - type.SpanStart, "Value");
}
