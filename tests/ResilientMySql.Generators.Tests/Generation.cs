using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Generators.Tests;

/// <summary>One run of the generator over some source files, and of the analyzer over what comes of it.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1591"] = ReportDiagnostic.Suppress });

    private static readonly MetadataReference[] References = [.. ReferencedAssemblies().Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;

    private Generation(Compilation input, GeneratorDriver driver)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Output = output;
        _diagnostics = new(() => Analyze(output));
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    public Compilation Output { get; }

    /// <summary>What the generator threw, which the compiler would show as CS8785.</summary>
    public Exception? Exception => Driver.GetRunResult().Results.Single().Exception;

    /// <summary>What the analyzer reports of the compilation with the generated files, suppressed diagnostics included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The errors and warnings of the compiler, generated code included.</summary>
    public IReadOnlyList<Diagnostic> CompilerComplaints() =>
        [.. Output.Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Runs the generator over files named File0.cs, File1.cs …</summary>
    public static Generation Run(params string[] sources)
    {
        IEnumerable<SyntaxTree> trees = sources.Select((source, index) => Parse(source, $"File{index}.cs"));
        var driver = CSharpGeneratorDriver.Create(
            [new QueryGenerator().AsSourceGenerator()], parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        return new Generation(CSharpCompilation.Create("Queries", trees, References, CompilationOptions), driver);
    }

    /// <summary>Runs the generator and asserts that everything compiles without a warning; for snapshots.</summary>
    public static GeneratorDriver Compiled(params string[] sources)
    {
        Generation generation = Run(sources);
        Assert.Null(generation.Exception);
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerComplaints());
        return generation.Driver;
    }

    /// <summary>Goes on with the same driver after replacing text in one of the files.</summary>
    public Generation Edit(string fileName, string old, string replacement)
    {
        SyntaxTree tree = Input.SyntaxTrees.Single(tree => tree.FilePath == fileName);
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        SyntaxTree edited = Parse(text.Replace(old, replacement, StringComparison.Ordinal), fileName);
        return new Generation(Input.ReplaceSyntaxTree(tree, edited), Driver);
    }

    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);

        return compilation.WithAnalyzers([new QueryAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static SyntaxTree Parse(string source, string fileName) => CSharpSyntaxTree.ParseText(source, ParseOptions, fileName);

    private static IEnumerable<string> ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(QueryRunner).Assembly.Location)
            .Append(typeof(MySqlConnection).Assembly.Location);
    }
}
