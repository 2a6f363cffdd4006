using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS313 of a method that returns values and no rows: lets the value be null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeResultNullable)), Shared]
internal sealed class MakeResultNullable : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NullableColumn];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        ITypeSymbol value = RowTypes.Of(target.Symbol.ReturnType);
        TypeSyntax type = ValueOf(target.Syntax.ReturnType, target.SemanticModel);
        return ScalarTypes.Find(value, [], target.Symbol.ContainingType) is not null && type is not NullableTypeSyntax
            ? new MethodEdit($"Let the result be null: '{type}?'", [TextChanges.Insert(type.Span.End, "?")])
            : null;
    }

    /// <summary>The type of one value, as it is written: <c>long</c> in <c>ValueTask&lt;List&lt;long&gt;&gt;</c>.</summary>
    private static TypeSyntax ValueOf(TypeSyntax type, SemanticModel model)
    {
        while (true)
        {
            TypeSyntax? inner = type switch
            {
                _ when model.GetTypeInfo(type).Type is { } symbol && SymbolEqualityComparer.Default.Equals(RowTypes.Of(symbol), symbol) => null,
                QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic.TypeArgumentList.Arguments[0],
                GenericNameSyntax generic => generic.TypeArgumentList.Arguments[0],
                ArrayTypeSyntax array => array.ElementType,
                _ => null,
            };

            if (inner is null)
                return type;

            type = inner;
        }
    }
}
