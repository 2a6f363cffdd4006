using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Binding;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators;

/// <summary>Tells what is wrong with the methods that <see cref="QueryGenerator"/> implements, which it reads the same way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All()];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A partial method counts as generated once its body, which says [GeneratedCode], is.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        ITypeSymbol? type = context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type;
        if (attribute.Parent?.Parent is not { } target || (KnownTypes.StatementKindOf(type) is null && !KnownTypes.IsRegisterQueriesAttribute(type)))
            return;

        if (context.SemanticModel.GetDeclaredSymbol(target, context.CancellationToken) is not { } symbol || DataOf(attribute, symbol) is not { } data)
            return;

        var reports = new Reports();
        if (KnownTypes.StatementKindOf(type) is { } kind)
            AnalyzeStatement(symbol, target, data, kind, context, reports);
        else if (symbol is IMethodSymbol registrar)
            RegistrationParser.ParseRegistrar(registrar, target, context.SemanticModel, reports);

        foreach (Diagnostic diagnostic in reports.Diagnostics)
            context.ReportDiagnostic(diagnostic);
    }

    private static void AnalyzeStatement(
        ISymbol symbol, SyntaxNode target, AttributeData data, StatementKind kind, SyntaxNodeAnalysisContext context, Reports reports)
    {
        DeclarationModel? declaration = MethodParser.Parse(new AttributedMember(symbol, target, data, context.SemanticModel, kind), reports);
        if (declaration is not null && !reports.Diagnostics.Any(diagnostic => diagnostic.Id == Descriptors.BothAttributes.Id || diagnostic.Id == Descriptors.GenericMethod.Id))
            AnalyzeSql(declaration, (IMethodSymbol)symbol, data, context, reports);
    }

    private static void AnalyzeSql(DeclarationModel declaration, IMethodSymbol method, AttributeData attribute, SyntaxNodeAnalysisContext context, Reports reports)
    {
        if (FindSql(declaration, method, attribute, context, reports) is not var (sql, source))
            return;

        foreach (SqlProblem problem in MethodBinder.BindText(declaration, sql).Problems)
        {
            Location location = method.Parameters.FirstOrDefault(parameter => parameter.Name == problem.Parameter)?.Locations[0]
                ?? source.Locate(problem.Start, problem.Length);

            reports.Add(problem.Descriptor, location, problem.Arguments);
        }
    }

    private static (string Sql, SqlSource Source)? FindSql(
        DeclarationModel declaration, IMethodSymbol method, AttributeData attribute, SyntaxNodeAnalysisContext context, Reports reports)
    {
        if (declaration.Call.Sql is not { } sql)
            return null;

        if (sql.Text is not null)
            return (sql.Text, SqlSource.Of(attribute, sql.Text));

        AttributeData mention = KnownTypes.FindAttribute(method.GetAttributes(), "SqlFile")!;
        Location location = Location.Create(mention.ApplicationSyntaxReference!.SyntaxTree, mention.ApplicationSyntaxReference.Span);
        AdditionalText[] files = [.. context.Options.AdditionalFiles.Where(file =>
            file.Path.EndsWith(SqlFiles.Extension, StringComparison.OrdinalIgnoreCase) && SqlFiles.IsEnd(file.Path, sql.File!))];

        if (files.Length == 1 && files[0].GetText(context.CancellationToken) is { } text)
            return (text.ToString(), SqlSource.Of(files[0].Path, text, location));

        reports.Add(Descriptors.SqlFileNotFound, location, files.Length == 0 ? "None" : files.Length.ToString(), sql.File!, declaration.Name);
        return null;
    }

    /// <summary>Of an attribute that stands there twice, the first, which is the one that counts.</summary>
    private static AttributeData? DataOf(AttributeSyntax attribute, ISymbol symbol)
    {
        AttributeData? own = symbol.GetAttributes().FirstOrDefault(data => data.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == attribute.SyntaxTree && reference.Span == attribute.Span);

        AttributeData? first = symbol.GetAttributes().FirstOrDefault(data =>
            SymbolEqualityComparer.Default.Equals(data.AttributeClass, own?.AttributeClass));

        return ReferenceEquals(own, first) ? own : null;
    }
}
