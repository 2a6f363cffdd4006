using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS206: adds an optional CancellationToken, so that calls go on compiling.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationToken)), Shared]
internal sealed class AddCancellationToken : MethodCodeFix
{
    private const string Parameter = "CancellationToken cancellationToken = default";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NoCancellationToken];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        IReadOnlyList<TextChange>? usings = Usings.Import(
            target.Root, target.SemanticModel, target.Text, target.Syntax.SpanStart, "System.Threading.CancellationToken");

        return usings is null || NewParameters.Exists(target, "cancellationToken")
            ? null
            : new MethodEdit("Add a CancellationToken", [.. usings, ParameterLists.Append(target.Syntax.ParameterList, Parameter)]);
    }
}
