using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS408: names the columns that the row type's members take, as databases write them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExpandStar)), Shared]
internal sealed class ExpandStar : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.SelectStar];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        if (target.FindSql() is not { IsEditable: true } sql
            || SelectList.Parse(sql.Text) is not { Count: 1 } items || !items[0].IsStar
            || RowColumns.Of(RowTypes.Of(target.Symbol.ReturnType)) is not { } row)
        {
            return null;
        }

        TextSpan span = sql.Locate(items[0].Start, items[0].End);
        string written = sql.Text.Substring(items[0].Start, items[0].End - items[0].Start);
        if (!diagnostics.Any(diagnostic => diagnostic.Location.SourceSpan.IntersectsWith(span)))
            return null;

        string qualifier = written.Substring(0, written.LastIndexOf('*'));
        string columns = string.Join(", ", row.Members.Select(member => qualifier + ColumnNames.Of(member.Name)));
        return new MethodEdit($"Select {columns}", [new TextChange(span, columns)]);
    }
}
