using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
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
        if (attribute.Parent?.Parent is not { } target || KindOf(attribute, context) is not { } kind)
            return;

        if (context.SemanticModel.GetDeclaredSymbol(target, context.CancellationToken) is not { } symbol || DataOf(attribute, symbol) is not { } data)
            return;

        var reports = new Reports();
        MethodParser.Parse(new AttributedMember(symbol, target, data, context.SemanticModel, kind), reports);
        foreach (Diagnostic diagnostic in reports.Diagnostics)
            context.ReportDiagnostic(diagnostic);
    }

    private static StatementKind? KindOf(AttributeSyntax attribute, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type switch
        {
            var type when KnownTypes.IsQueryAttribute(type) => StatementKind.Query,
            var type when KnownTypes.IsExecuteAttribute(type) => StatementKind.Execute,
            _ => null,
        };

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
