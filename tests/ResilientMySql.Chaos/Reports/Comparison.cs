using System.Globalization;
using System.Reflection;
using ResilientMySql.Chaos.Subjects;

namespace ResilientMySql.Chaos.Reports;

/// <summary>The same faults for three clients, one after the other.</summary>
internal static class Comparison
{
    private const string Begin = "<!-- chaos:begin -->";
    private const string End = "<!-- chaos:end -->";

    private static readonly SubjectName[] Subjects = [SubjectName.Resilient, SubjectName.MySqlConnector, SubjectName.NaiveRetry];

    /// <summary>Runs them and puts the table into the documentation; false where the library broke a promise.</summary>
    public static async Task<bool> RunAsync(ChaosOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var runs = new List<(SubjectName, IReadOnlyList<SoakReport> Reports)>();
        foreach (SubjectName subject in Subjects)
        {
            // The others have no generated statements: all do the same work.
            output.WriteLine($"chaos: {CommandLine.NameOf(subject)}, {options.Duration.TotalSeconds:F0} s, seed {options.Seed}");
            runs.Add((subject, await ChaosRun.RunAsync(options with { Subject = subject, Wires = [] }, output.WriteLine, cancellationToken)));
            if (cancellationToken.IsCancellationRequested)
                return false;

            foreach (SoakReport report in runs[^1].Reports)
                ReportWriter.Write(report, output);
        }

        string section = $"{Command(options)}\n\n{ComparisonTable.Of(runs)}";
        string path = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "Guarantees").Value!;
        await File.WriteAllTextAsync(path, Replace(await File.ReadAllTextAsync(path, cancellationToken), section), cancellationToken);
        output.WriteLine($"\n{section}\nWritten to {path}");
        return runs[0].Reports.All(static report => report.Violations.Count == 0);
    }

    /// <summary>The text with another section between its two marks.</summary>
    /// <exception cref="InvalidOperationException">A mark is missing.</exception>
    public static string Replace(string text, string section)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n{section}{text[end..]}"
            : throw new InvalidOperationException($"The documentation has no '{Begin}' followed by '{End}'.");
    }

    private static string Command(ChaosOptions options)
    {
        string minutes = options.Duration.TotalMinutes.ToString("0.###", CultureInfo.InvariantCulture);
        string engine = options.Engines is [var only] ? $" --engine {only.ToString().ToLowerInvariant()}" : "";
        string servers = options.Engines is [var one] ? one.ToString() : "both servers together";
        return $"`./chaos --compare --minutes {minutes} --seed {options.Seed}{engine}`: {minutes} min each, {servers}.";
    }
}
