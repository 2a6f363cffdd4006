using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS201: adds the method parameter that the SQL names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameter)), Shared]
internal sealed class AddParameter : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnknownSqlParameter];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        if (target.FindSql() is not { } sql)
            return null;

        List<string> missing = Missing(target, sql, diagnostics);
        if (missing.Count == 0 || !missing.TrueForAll(NewParameters.IsName))
            return null;

        string title = missing.Count == 1 ? $"Add the parameter '{missing[0]}'" : $"Add the parameters {string.Join(", ", missing.Select(name => $"'{name}'"))}";
        TextChange change = ParameterLists.Add(target.Syntax.ParameterList, target.SemanticModel, [.. missing.Select(NewParameters.Declare)]);
        return new MethodEdit(title, [change]);
    }

    /// <summary>What the diagnostics name: those at their places or, where the text is not written as a literal, those in their messages.</summary>
    private static List<string> Missing(MethodTarget target, AttributeSql sql, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<SqlToken> unknown = sql.Parameters().Where(token => !NewParameters.Exists(target, SqlTokens.NameOf(token, sql.Text)));
        unknown = sql.IsEditable
            ? unknown.Where(token => diagnostics.Any(diagnostic => diagnostic.Location.SourceSpan.IntersectsWith(sql.Locate(token))))
            : unknown.Where(token => diagnostics.Any(diagnostic => Names(diagnostic, SqlTokens.NameOf(token, sql.Text))));

        return [.. unknown.Select(token => SqlTokens.NameOf(token, sql.Text)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool Names(Diagnostic diagnostic, string name) =>
        diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains($"'@{name}'");
}
