using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>Brings a method's declaration and its SQL together.</summary>
internal static class MethodBinder
{
    /// <summary>A method whose SQL is in its attribute.</summary>
    public static MethodModel Bind(DeclarationModel declaration) => Bind(declaration, declaration.Call.Sql?.Text, null);

    /// <summary>A method whose SQL is in one of <paramref name="files"/>.</summary>
    public static MethodModel Bind(DeclarationModel declaration, EquatableArray<SqlFileModel> files)
    {
        SqlFileModel[] found = SqlFiles.Find(files, declaration.Call.Sql!.File!);
        return found.Length == 1
            ? Bind(declaration, found[0].Text, null)
            : Bind(declaration, null, Descriptors.SqlFileNotFound.Id);
    }

    /// <summary>What the names in a method's text mean, and what is wrong with them.</summary>
    public static BoundSql BindText(DeclarationModel declaration, string text) =>
        declaration.Kind is StatementKind.Procedure ? ProcedureBinder.Bind(declaration, text) : SqlBinder.Bind(declaration, text);

    private static MethodModel Bind(DeclarationModel declaration, string? sql, string? mistake)
    {
        BoundSql? bound = sql is null ? null : BindText(declaration, sql);
        IEnumerable<string> problems = bound?.Problems
            .Where(problem => problem.Descriptor.DefaultSeverity is DiagnosticSeverity.Error)
            .Select(problem => problem.Descriptor.Id) ?? [];

        string[] mistakes = [.. declaration.Mistakes.Concat(problems).Concat(mistake is null ? [] : [mistake]).Distinct().OrderBy(id => id, StringComparer.Ordinal)];
        return new MethodModel(declaration, mistakes.Length == 0 ? bound!.Statement : null, new EquatableArray<string>(mistakes));
    }
}
