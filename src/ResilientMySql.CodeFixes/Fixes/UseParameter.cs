using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Generators.Parsing;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>RMS202: names an unused parameter where the SQL names one that does not exist.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseParameter)), Shared]
internal sealed class UseParameter : MethodCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.UnusedParameter];

    /// <inheritdoc/>
    protected override MethodEdit? Edit(MethodTarget target, ImmutableArray<Diagnostic> diagnostics)
    {
        int index = target.IndexOfParameter(diagnostics[0].Location.SourceSpan);
        if (diagnostics.Length > 1 || index < 0 || target.FindSql() is not { IsEditable: true } sql)
            return null;

        List<SqlToken> unknown = [.. sql.Parameters().Where(token => !IsKnown(target, SqlTokens.NameOf(token, sql.Text)))];
        List<string> names = [.. unknown.Select(token => SqlTokens.NameOf(token, sql.Text)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (names.Count != 1 || !target.Symbol.Parameters.All(IsUnderstood))
            return null;

        string name = target.Symbol.Parameters[index].Name;
        return new MethodEdit($"Use '@{name}' instead of '@{names[0]}'", [.. unknown.Select(token => new TextChange(sql.Locate(token), "@" + name))]);
    }

    private static bool IsKnown(MethodTarget target, string name) =>
        NewParameters.Exists(target, name)
        || target.Symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "UserVariableAttribute"
            && name.Equals(attribute.ConstructorArguments.FirstOrDefault().Value as string, StringComparison.OrdinalIgnoreCase));

    /// <summary>A name that is no parameter may still be a member of one that is an object.</summary>
    private static bool IsUnderstood(IParameterSymbol parameter) =>
        NewParameters.IsValue(parameter) || KnownTypes.IsCancellationToken(parameter.Type) || KnownTypes.HostKindOf(parameter.Type) is not null;
}
