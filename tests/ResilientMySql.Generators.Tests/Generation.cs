using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Generators.Tests;

/// <summary>One run of the generator over some source files, and of the analyzer over what comes of it.</summary>
internal sealed class Generation
{
    private static readonly MetadataReference[] References = [.. ReferencedAssemblies().Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;

    private readonly LanguageSettings _settings;
    private readonly ImmutableArray<AdditionalText> _files;

    private Generation(LanguageSettings settings, Compilation input, GeneratorDriver driver, ImmutableArray<AdditionalText> files)
    {
        _settings = settings;
        Input = input;
        _files = files;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Output = output;
        _diagnostics = new(() => Analyze(output, files));
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    public Compilation Output { get; }

    /// <summary>What the generator threw, which the compiler would show as CS8785.</summary>
    public Exception? Exception => Driver.GetRunResult().Results.Single().Exception;

    /// <summary>What the analyzer reports of the compilation with the generated files, suppressed diagnostics and suggestions included.</summary>
    public ImmutableArray<Diagnostic> AllDiagnostics => _diagnostics.Value;

    /// <summary>The same without suggestions.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. AllDiagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Why each output of a step of ours is what it is; none where it had nothing to do.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) =>
        Driver.GetRunResult().Results.Single().TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs) ? Reasons(runs) : [];

    /// <summary>The same of what each file is emitted from.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons() =>
        Driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(static runs => Reasons(runs));

    /// <summary>The errors and warnings of the compiler, generated code included.</summary>
    public IReadOnlyList<Diagnostic> CompilerComplaints() =>
        [.. Output.Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Runs the generator over files named File0.cs, File1.cs …</summary>
    public static Generation Run(params string[] sources) => Run(LanguageSettings.Usual, [], sources);

    /// <summary>The same in a project with additional files.</summary>
    public static Generation RunWithFiles(IEnumerable<(string Path, string Text)> files, params string[] sources) =>
        Run(LanguageSettings.Usual, files, sources);

    /// <summary>The same in a project with settings of its own.</summary>
    public static Generation Run(LanguageSettings settings, IEnumerable<(string Path, string Text)> files, params string[] sources)
    {
        IEnumerable<SyntaxTree> trees = sources.Select((source, index) => Parse(settings, source, $"File{index}.cs"));
        ImmutableArray<AdditionalText> additional = [.. files.Select(static file => new AdditionalFile(file.Path, file.Text))];
        var driver = CSharpGeneratorDriver.Create(
            [new QueryGenerator().AsSourceGenerator()], additional, parseOptions: settings.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

        return new Generation(settings, CSharpCompilation.Create("Queries", trees, References, settings.CompilationOptions), driver, additional);
    }

    /// <summary>Runs the generator and asserts that everything compiles without a warning in projects of any settings; for snapshots.</summary>
    public static GeneratorDriver Compiled(params string[] sources) => CompiledSince(LanguageSettings.Oldest, sources);

    /// <summary>The same for sources that need a newer language than what is generated.</summary>
    public static GeneratorDriver CompiledSince(LanguageVersion oldest, params string[] sources)
    {
        GeneratorDriver driver = Compiled(LanguageSettings.Usual, sources);
        foreach (LanguageSettings other in LanguageSettings.Others.Where(other => other.Version >= oldest))
            Compiled(other, sources);

        return driver;
    }

    /// <summary>Goes on with the same driver after replacing text in one of the files.</summary>
    public Generation Edit(string fileName, string old, string replacement)
    {
        SyntaxTree tree = Input.SyntaxTrees.Single(tree => tree.FilePath == fileName);
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        SyntaxTree edited = Parse(_settings, text.Replace(old, replacement, StringComparison.Ordinal), fileName);
        return new Generation(_settings, Input.ReplaceSyntaxTree(tree, edited), Driver, _files);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(ImmutableArray<IncrementalGeneratorRunStep> runs) =>
        runs.SelectMany(static run => run.Outputs, static (_, output) => output.Reason);

    private static GeneratorDriver Compiled(LanguageSettings settings, string[] sources)
    {
        Generation generation = Run(settings, [], sources);
        Assert.Null(generation.Exception);
        Assert.Empty(generation.Diagnostics);
        Diagnostic[] complaints = [.. generation.CompilerComplaints().Where(complaint => !settings.IsExpected(complaint))];
        Assert.True(complaints.Length == 0, $"{settings}\n{string.Join('\n', complaints.AsEnumerable())}");
        return generation.Driver;
    }

    /// <summary>Goes on with the same driver after replacing an additional file.</summary>
    public Generation EditFile(string path, string text)
    {
        AdditionalText old = _files.Single(file => file.Path == path);
        var edited = new AdditionalFile(path, text);
        return new Generation(_settings, Input, Driver.ReplaceAdditionalText(old, edited), _files.Replace(old, edited));
    }

    private static ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);

        return compilation.WithAnalyzers([new QueryAnalyzer()], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static SyntaxTree Parse(LanguageSettings settings, string source, string fileName) =>
        CSharpSyntaxTree.ParseText(source, settings.ParseOptions, fileName);

    private static IEnumerable<string> ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(QueryRunner).Assembly.Location)
            .Append(typeof(IServiceCollection).Assembly.Location)
            .Append(typeof(MySqlConnection).Assembly.Location);
    }
}
