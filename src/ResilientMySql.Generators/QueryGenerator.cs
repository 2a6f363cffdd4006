using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Emission;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators;

/// <summary>Implements the partial methods that have <c>[Query]</c> or <c>[Execute]</c>.</summary>
/// <remarks>
/// Sources and diagnostics leave on separate branches: the model that sources are emitted from knows no locations, so that
/// typing above a method does not emit it again.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class QueryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedMethod> queries = Parse(context, KnownTypes.QueryAttribute, StatementKind.Query);
        IncrementalValuesProvider<ParsedMethod> executes = Parse(context, KnownTypes.ExecuteAttribute, StatementKind.Execute);
        IncrementalValuesProvider<MethodModel> queryMethods = Methods(queries);
        IncrementalValuesProvider<MethodModel> executeMethods = Methods(executes);
        IncrementalValueProvider<EquatableArray<string>> contested = ContestedNames(queryMethods, executeMethods);

        context.RegisterSourceOutput(queryMethods.Combine(contested), static (output, pair) => Emit(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(executeMethods.Combine(contested), static (output, pair) => Emit(output, pair.Left, pair.Right));
        ReportDiagnostics(context, queries);
        ReportDiagnostics(context, executes);
    }

    private static IncrementalValuesProvider<ParsedMethod> Parse(
        IncrementalGeneratorInitializationContext context, string attribute, StatementKind kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, (found, _) => MethodParser.Parse(found, kind))
            .WithTrackingName(StepNames.Parse);

    private static IncrementalValuesProvider<MethodModel> Methods(IncrementalValuesProvider<ParsedMethod> parsed) =>
        parsed
            .Where(static method => method.Method is not null)
            .Select(static (method, _) => method.Method!)
            .WithTrackingName(StepNames.Methods);

    private static IncrementalValueProvider<EquatableArray<string>> ContestedNames(
        IncrementalValuesProvider<MethodModel> queries, IncrementalValuesProvider<MethodModel> executes) =>
        queries.Select(static (method, _) => method.HintName).Collect()
            .Combine(executes.Select(static (method, _) => method.HintName).Collect())
            .Select(static (names, _) => HintNames.FindContested(names.Left.Concat(names.Right)))
            .WithTrackingName(StepNames.ContestedNames);

    private static void Emit(SourceProductionContext output, MethodModel method, EquatableArray<string> contested) =>
        output.AddSource(HintNames.Of(method, contested), SourceText.From(MethodEmitter.Emit(method), Encoding.UTF8));

    /// <summary>The compilation comes in last, where something is to be reported: only it can turn a span into a location.</summary>
    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedMethod> parsed) =>
        context.RegisterSourceOutput(
            parsed
                .SelectMany(static (method, _) => method.Diagnostics)
                .WithTrackingName(StepNames.Diagnostics)
                .Combine(context.CompilationProvider),
            static (output, pair) => output.ReportDiagnostic(DiagnosticFactory.Create(pair.Left, pair.Right)));
}
