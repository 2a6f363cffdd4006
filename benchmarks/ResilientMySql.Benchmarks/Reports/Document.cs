using System.Globalization;
using System.Reflection;

namespace ResilientMySql.Benchmarks.Reports;

/// <summary>The file that a benchmark's results go to. To be made before the run: it remembers how busy the machine was.</summary>
internal sealed class Document(string name, string commandLine, BenchmarkOptions options)
{
    private readonly string _loadBefore = Machine.LoadAverage;

    /// <summary>The directory that the project is in.</summary>
    public static string Root => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "Root").Value!;

    /// <summary>Writes it, over the one before; where to.</summary>
    public async Task<string> WriteAsync(BenchmarkReport report)
    {
        string directory = options.Output ?? Path.Combine(Root, options.IsQuick ? "artifacts" : "docs", "benchmarks");
        Directory.CreateDirectory(directory);
        string path = Path.Combine(directory, name + ".md");
        await File.WriteAllTextAsync(path, TextOf(report));
        if (report.Chart is not null)
            await File.WriteAllTextAsync(Path.ChangeExtension(path, ".svg"), report.Chart);

        return Path.GetRelativePath(Root, path);
    }

    private string TextOf(BenchmarkReport report) => $"""
        # {report.Title}

        Written by `{commandLine}`{(options.IsQuick ? ", a rough run" : "")}; another run writes it anew. Ratios travel between machines, times do not.

        - {DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, load average before {_loadBefore}, after {Machine.LoadAverage}
        - {Machine.Description}

        {report.Body.TrimEnd()}
        {Missed(report)}
        """;

    private static string Missed(BenchmarkReport report) => report.HasAimsTable || report.Missed.Count == 0
        ? ""
        : $"\n## Missed in this run\n\n{string.Join('\n', report.Missed.Select(static missed => $"- {missed}"))}\n";
}
