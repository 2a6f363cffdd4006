using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS107: renames a parameter that hides the data source, in the SQL and wherever calls name it.</summary>
/// <remarks>One at a time: a rename goes through the whole solution.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameHidingParameter)), Shared]
internal sealed class RenameHidingParameter : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.HiddenDataSource];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        MethodTarget? target = await MethodTarget.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        int index = target?.IndexOfParameter(context.Span) ?? -1;
        if (target is null || index < 0 || target.FindSql() is not { IsEditable: true })
            return;

        string name = Unused(target.Symbol.Parameters[index].Name + "Value", target);
        context.RegisterCodeFix(
            CodeAction.Create($"Rename the parameter to '{name}'", token => RenameAsync(context.Document, target, index, name, token), nameof(RenameHidingParameter)),
            context.Diagnostics);
    }

    private static string Unused(string name, MethodTarget target)
    {
        while (NewParameters.Exists(target, name))
            name += "_";

        return name;
    }

    /// <summary>First the text of the SQL, which leaves the declarations in their order, and then the symbol.</summary>
    private static async Task<Solution> RenameAsync(Document document, MethodTarget target, int index, string name, CancellationToken cancellationToken)
    {
        AttributeSql sql = target.FindSql()!;
        string old = target.Symbol.Parameters[index].Name;
        IEnumerable<TextChange> changes = sql.Parameters()
            .Where(token => SqlTokens.NameOf(token, sql.Text).Equals(old, StringComparison.OrdinalIgnoreCase))
            .Select(token => new TextChange(sql.Locate(token), "@" + name));

        Document edited = document.WithText(target.Text.WithChanges(TextChanges.Merge(changes)));
        MethodTarget? renamed = await MethodTarget.FindAsync(edited, Shifted(target, sql, old, name), cancellationToken).ConfigureAwait(false);
        return await Renamer.RenameSymbolAsync(
            edited.Project.Solution, renamed!.Symbol.Parameters[index], new SymbolRenameOptions(), name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the method's name is after the SQL in front of it has grown.</summary>
    private static TextSpan Shifted(MethodTarget target, AttributeSql sql, string old, string name)
    {
        int renamed = sql.Parameters().Count(token => SqlTokens.NameOf(token, sql.Text).Equals(old, StringComparison.OrdinalIgnoreCase));
        return new TextSpan(target.Syntax.Identifier.SpanStart + (renamed * (name.Length - old.Length)), target.Syntax.Identifier.Span.Length);
    }
}
