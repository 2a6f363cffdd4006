using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>
/// RMS403: names the positional placeholders of a statement, all at once because their order counts: after the method's
/// parameters that the SQL does not name yet, and then after the columns that they are compared with.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NamePlaceholders)), Shared]
internal sealed class NamePlaceholders : MethodCodeFix
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal) { "=", "<", ">", "<=", ">=", "<>", "!=", "<=>" };

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.PositionalPlaceholder];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        if (target.FindSql() is not { IsEditable: true } sql)
            return null;

        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql.Text);
        var taken = new HashSet<string>(sql.Parameters().Select(token => SqlTokens.NameOf(token, sql.Text)), StringComparer.OrdinalIgnoreCase);
        var unnamed = new Queue<string>(Bindable(target).Where(name => !taken.Contains(name)));
        var added = new List<string>();
        var changes = new List<TextChange>();
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind is not SqlTokenKind.Placeholder)
                continue;

            string? name = unnamed.Count > 0 ? unnamed.Dequeue() : ColumnBefore(tokens, index, sql.Text);
            if (name is null)
                return null;

            if (taken.Add(name) && !NewParameters.Exists(target, name))
                added.Add(NewParameters.Declare(name));

            changes.Add(new TextChange(sql.Locate(tokens[index]), "@" + name));
        }

        if (added.Count > 0)
            changes.Add(ParameterLists.Add(target.Syntax.ParameterList, target.SemanticModel, added));

        return new MethodEdit($"Name the placeholders of '{target.Symbol.Name}'", changes);
    }

    /// <summary>The parameters that could be values of SQL.</summary>
    private static IEnumerable<string> Bindable(MethodTarget target) => target.Symbol.Parameters
        .Where(NewParameters.IsValue)
        .Select(parameter => parameter.Name);

    /// <summary>The column in <c>column = ?</c>, as a parameter is named; null where there is none.</summary>
    private static string? ColumnBefore(IReadOnlyList<SqlToken> tokens, int placeholder, string sql)
    {
        int operatorEnd = placeholder;
        int index = placeholder - 1;
        while (index >= 0 && tokens[index].Kind is SqlTokenKind.Symbol && "=<>!".IndexOf(sql[tokens[index].Start]) >= 0)
            index--;

        string comparison = string.Concat(tokens.Skip(index + 1).Take(operatorEnd - index - 1).Select(token => sql.Substring(token.Start, token.Length)));
        if (index >= 0 && SqlTokens.IsWord(tokens[index], sql, "LIKE"))
            index--;
        else if (!Comparisons.Contains(comparison))
            return null;

        string? column = index >= 0 ? SqlTokens.IdentifierOf(tokens[index], sql) : null;
        string? name = column is null ? null : ColumnNames.Parameter(column);
        return name is not null && NewParameters.IsName(name) ? name : null;
    }
}
