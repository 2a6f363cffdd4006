using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS102: makes the types around the method partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeContainersPartial)), Shared]
internal sealed class MakeContainersPartial : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.ContainerNotPartial];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        IReadOnlyList<TextChange>? changes = Modifiers.MakeContainersPartial(target.Syntax);
        return changes switch
        {
            null or { Count: 0 } => null,
            { Count: 1 } => new MethodEdit($"Make the type around '{target.Symbol.Name}' partial", changes),
            _ => new MethodEdit($"Make the types around '{target.Symbol.Name}' partial", changes),
        };
    }
}
