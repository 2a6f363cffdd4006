using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS313 of a method that returns rows: lets the member that takes the column be null, wherever the row is declared.</summary>
/// <remarks>One at a time: what reads the member has to be looked at.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeMemberNullable)), Shared]
internal sealed class MakeMemberNullable : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.NullableColumn];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        MethodTarget? target = await MethodTarget.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        if (target is null || FindMember(target, context.Span) is not { } member || FindType(member) is not { } type)
            return;

        Document? document = context.Document.Project.Solution.GetDocument(type.SyntaxTree);
        if (document is null)
            return;

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Let '{member.ContainingType.Name}.{member.Name}' be null", token => EditAsync(document, type, token), nameof(MakeMemberNullable)),
            context.Diagnostics);
    }

    /// <summary>The member that takes the column at this place.</summary>
    private static ISymbol? FindMember(MethodTarget target, TextSpan span)
    {
        if (target.FindSql() is not { IsEditable: true } sql || SelectList.Parse(sql.Text) is not { } items
            || RowColumns.Of(RowTypes.Of(target.Symbol.ReturnType)) is not { } row || row.Members.Count != items.Count)
        {
            return null;
        }

        int ordinal = items.Select(item => sql.Locate(item.Start, item.End)).ToList().FindIndex(item => item.IntersectsWith(span));
        return ordinal < 0 ? null : row.Symbols[ordinal];
    }

    /// <summary>A constructor's parameter stands for the member only where it declares it, as in a record.</summary>
    private static TypeSyntax? FindType(ISymbol member)
    {
        TypeSyntax? type = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };

        return type is NullableTypeSyntax ? null : type;
    }

    private static async Task<Document> EditAsync(Document document, TypeSyntax type, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(TextChanges.Insert(type.Span.End, "?")));
    }
}
