using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Emission;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators;

/// <summary>Implements the partial methods that have <c>[Query]</c> or <c>[Execute]</c>.</summary>
/// <remarks>
/// What is wrong with them, <see cref="QueryAnalyzer"/> tells: the models here know no locations, so that typing above a method does
/// not emit it again.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class QueryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<MethodModel> queries = Parse(context, KnownTypes.QueryAttribute, StatementKind.Query);
        IncrementalValuesProvider<MethodModel> executes = Parse(context, KnownTypes.ExecuteAttribute, StatementKind.Execute);
        IncrementalValueProvider<EquatableArray<string>> contested = ContestedNames(queries, executes);

        context.RegisterSourceOutput(queries.Combine(contested), static (output, pair) => Emit(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(executes.Combine(contested), static (output, pair) => Emit(output, pair.Left, pair.Right));
    }

    private static IncrementalValuesProvider<MethodModel> Parse(
        IncrementalGeneratorInitializationContext context, string attribute, StatementKind kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, (found, _) => Parse(found, kind))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(StepNames.Methods);

    private static MethodModel? Parse(GeneratorAttributeSyntaxContext found, StatementKind kind) => MethodParser.Parse(
        new AttributedMember(found.TargetSymbol, found.TargetNode, found.Attributes[0], found.SemanticModel, kind), new Reports());

    private static IncrementalValueProvider<EquatableArray<string>> ContestedNames(
        IncrementalValuesProvider<MethodModel> queries, IncrementalValuesProvider<MethodModel> executes) =>
        queries.Select(static (method, _) => method.HintName).Collect()
            .Combine(executes.Select(static (method, _) => method.HintName).Collect())
            .Select(static (names, _) => HintNames.FindContested(names.Left.Concat(names.Right)))
            .WithTrackingName(StepNames.ContestedNames);

    private static void Emit(SourceProductionContext output, MethodModel method, EquatableArray<string> contested) =>
        output.AddSource(HintNames.Of(method, contested), SourceText.From(MethodEmitter.Emit(method), Encoding.UTF8));
}
