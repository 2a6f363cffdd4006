using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Binding;
using ResilientMySql.Generators.Emission;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators;

/// <summary>Implements the partial methods that have <c>[Query]</c>, <c>[Execute]</c> or <c>[Procedure]</c>.</summary>
/// <remarks>
/// A method is read in two steps: its declaration, then its SQL, which may be in a file. What is wrong with either,
/// <see cref="QueryAnalyzer"/> tells: the models here know no locations, so that typing above a method does not emit it again.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class QueryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<SqlFileModel>> files = Files(context);
        IncrementalValuesProvider<MethodModel>[] methods =
        [
            .. Methods(Declarations(context, KnownTypes.QueryAttribute, StatementKind.Query), files),
            .. Methods(Declarations(context, KnownTypes.ExecuteAttribute, StatementKind.Execute), files),
            .. Methods(Declarations(context, KnownTypes.ProcedureAttribute, StatementKind.Procedure), files),
        ];

        IncrementalValuesProvider<RegistrarModel> registrars = Registrars(context);
        IncrementalValueProvider<EquatableArray<string>> contested = ContestedNames(methods, registrars);
        foreach (IncrementalValuesProvider<MethodModel> some in methods)
            context.RegisterSourceOutput(some.Combine(contested), static (output, pair) => Emit(output, pair.Left, pair.Right));

        context.RegisterSourceOutput(registrars.Combine(Registrations(methods)).Combine(contested), static (output, pair) =>
            Emit(output, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    private static IncrementalValueProvider<EquatableArray<SqlFileModel>> Files(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(SqlFiles.Extension, StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellationToken) => new SqlFileModel(file.Path, file.GetText(cancellationToken)?.ToString() ?? ""))
            .Collect()
            .Select(static (files, _) => new EquatableArray<SqlFileModel>([.. files]))
            .WithTrackingName(StepNames.Files);

    private static IncrementalValuesProvider<DeclarationModel> Declarations(
        IncrementalGeneratorInitializationContext context, string attribute, StatementKind kind) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, (found, _) => Parse(found, kind))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(StepNames.Declarations);

    private static DeclarationModel? Parse(GeneratorAttributeSyntaxContext found, StatementKind kind) => MethodParser.Parse(
        new AttributedMember(found.TargetSymbol, found.TargetNode, found.Attributes[0], found.SemanticModel, kind), new Reports());

    /// <summary>The methods with their SQL; those that take it from a file are apart, so that the others do not depend on any.</summary>
    private static IEnumerable<IncrementalValuesProvider<MethodModel>> Methods(
        IncrementalValuesProvider<DeclarationModel> declarations, IncrementalValueProvider<EquatableArray<SqlFileModel>> files)
    {
        yield return declarations
            .Where(static declaration => declaration.Call.Sql?.File is null)
            .Select(static (declaration, _) => MethodBinder.Bind(declaration))
            .WithTrackingName(StepNames.Methods);

        yield return declarations
            .Where(static declaration => declaration.Call.Sql?.File is not null)
            .Combine(files)
            .Select(static (pair, _) => MethodBinder.Bind(pair.Left, pair.Right))
            .WithTrackingName(StepNames.Methods);
    }

    private static IncrementalValueProvider<EquatableArray<string>> ContestedNames(
        IEnumerable<IncrementalValuesProvider<MethodModel>> methods, IncrementalValuesProvider<RegistrarModel> registrars) =>
        All(methods, static declaration => declaration.HintName)
            .Combine(registrars.Select(static (registrar, _) => registrar.HintName).Collect())
            .Select(static (names, _) => HintNames.FindContested(names.Left.AddRange(names.Right)))
            .WithTrackingName(StepNames.ContestedNames);

    /// <summary>The classes with generated methods, each once, in an order that does not depend on that of the files.</summary>
    private static IncrementalValueProvider<EquatableArray<RegistrationModel>> Registrations(IEnumerable<IncrementalValuesProvider<MethodModel>> methods) =>
        All(methods, static declaration => declaration.Registration)
            .Select(static (found, _) => new EquatableArray<RegistrationModel>(
                [.. found.OfType<RegistrationModel>().Distinct().OrderBy(static registration => registration.Type, StringComparer.Ordinal)]))
            .WithTrackingName(StepNames.Registrations);

    private static IncrementalValueProvider<ImmutableArray<T>> All<T>(
        IEnumerable<IncrementalValuesProvider<MethodModel>> methods, Func<DeclarationModel, T> select) =>
        methods
            .Select(some => some.Select((method, _) => select(method.Declaration)).Collect())
            .Aggregate(static (all, some) => all.Combine(some).Select(static (pair, _) => pair.Left.AddRange(pair.Right)));

    private static IncrementalValuesProvider<RegistrarModel> Registrars(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.RegisterQueriesAttribute, static (_, _) => true, static (found, _) => found.TargetSymbol is IMethodSymbol method
                ? RegistrationParser.ParseRegistrar(method, found.TargetNode, found.SemanticModel, new Reports())
                : null)
            .Where(static registrar => registrar is not null)
            .Select(static (registrar, _) => registrar!);

    private static void Emit(SourceProductionContext output, MethodModel method, EquatableArray<string> contested) =>
        output.AddSource(HintNames.Of(method.Declaration.HintName, method.Declaration.Discriminator, contested), SourceText.From(MethodEmitter.Emit(method), Encoding.UTF8));

    private static void Emit(
        SourceProductionContext output, RegistrarModel registrar, EquatableArray<RegistrationModel> registrations, EquatableArray<string> contested) =>
        output.AddSource(
            HintNames.Of(registrar.HintName, registrar.Discriminator, contested), SourceText.From(RegistrarEmitter.Emit(registrar, registrations), Encoding.UTF8));
}
