using System.Collections.Immutable;
using Dapper;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using MySqlConnector;
using ResilientMySql.Generators;
using ResilientMySql.Queries;

namespace ResilientMySql.CodeFixes.Tests;

/// <summary>A project with one file, open as in an editor: the generator runs, and the analyzer looks.</summary>
internal static class Workbench
{
    private static readonly MetadataReference[] References = [.. ReferencedAssemblies().Select(path => MetadataReference.CreateFromFile(path))];

    public static Document Open(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: References, analyzerReferences: [new GeneratorReference()]);

        return workspace.AddProject(project).AddDocument("Shop.cs", SourceText.From(source), filePath: "Shop.cs");
    }

    /// <summary>What the analyzer reports, in the order of the text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers([new QueryAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>What the analyzer and the compiler say of warnings and errors, generated code included.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        return [.. (await FindingsAsync(document)).Concat(compilation.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}")];
    }

    /// <summary>The file after <paramref name="action"/>.</summary>
    public static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        ApplyChangesOperation change = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations));
        return change.ChangedSolution.GetDocument(document.Id)!;
    }

    private static IEnumerable<string> ReferencedAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(QueryRunner).Assembly.Location)
            .Append(typeof(MySqlConnection).Assembly.Location)
            .Append(typeof(SqlMapper).Assembly.Location);
    }
}
