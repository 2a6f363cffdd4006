using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResilientMySql.Generators.Tests;

/// <summary>The analyzers that come with the SDK, all rules of them on.</summary>
internal static class SdkAnalyzers
{
    /// <summary>The second needs the first.</summary>
    private static readonly string[] Files = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];

    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> All = new(Load);

    /// <summary>What they say of a compilation, wherever it is.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation)
    {
        IEnumerable<string> rules = All.Value.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct();
        var severities = rules.ToDictionary(static id => id, static _ => ReportDiagnostic.Warn);
        Compilation strict = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities));
        return await strict.WithAnalyzers(All.Value).GetAnalyzerDiagnosticsAsync();
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        string directory = typeof(SdkAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "SdkAnalyzers").Value!;
        var loader = new Loader();
        var failures = new List<string>();
        var analyzers = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
        foreach (string file in Files)
        {
            var reference = new AnalyzerFileReference(Path.Combine(directory, file), loader);
            reference.AnalyzerLoadFailed += (_, failure) => failures.Add($"{file}: {failure.Message}");
            analyzers.AddRange(reference.GetAnalyzers(LanguageNames.CSharp));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        return analyzers.ToImmutable();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
