using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace VerifyXunit;

/// <summary>
/// Compares what a generator made with the snapshots beside the test, by the conventions of Verify.Xunit and
/// Verify.SourceGenerators: the same call, the same files. Adopting those packages is deleting this file (and calling
/// VerifySourceGenerators.Initialize once).
/// </summary>
internal static class Verifier
{
    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task Verify(GeneratorDriver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string directory = Path.GetDirectoryName(sourceFile)!;
        string test = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        Dictionary<string, string> received = Targets(driver.GetRunResult()).ToDictionary(target => test + target.Name, target => target.Text);

        var failures = new List<string>();
        foreach ((string name, string text) in received)
            failures.AddRange(await Compare(directory, name, text));

        failures.AddRange(VerifiedFiles(directory, test).Where(name => !received.ContainsKey(name)).Select(name => $"Delete: {Insert(name, "verified")}"));
        if (failures.Count > 0)
            throw new InvalidOperationException($"Directory: {directory}\n{string.Join('\n', failures)}");
    }

    /// <summary>A text, as <c>Type.Method_parameters.verified.txt</c>.</summary>
    public static TextTarget Verify(string text, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") => new(text, sourceFile, method);

    private static IEnumerable<(string Name, string Text)> Targets(GeneratorDriverRunResult run)
    {
        if (run.Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null) is { } exception)
            throw exception;

        if (!run.Diagnostics.IsEmpty)
            yield return (".txt", Describe(run.Diagnostics));

        foreach (GeneratedSourceResult source in run.Results.SelectMany(result => result.GeneratedSources))
        {
            string text = $"//HintName: {source.HintName}\n{source.SourceText}".ReplaceLineEndings("\n");
            yield return ($"#{Path.GetFileNameWithoutExtension(source.HintName)}.cs", text);
        }
    }

    private static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        IEnumerable<string> descriptions = diagnostics.Select(diagnostic => $$"""
                {
                  Id: {{diagnostic.Id}},
                  Title: {{diagnostic.Descriptor.Title}},
                  Severity: {{diagnostic.Severity}},
                  WarningLevel: {{diagnostic.WarningLevel}},
                  Location: {{diagnostic.Location.GetMappedLineSpan()}},
                  HelpLink: {{diagnostic.Descriptor.HelpLinkUri}},
                  MessageFormat: {{diagnostic.Descriptor.MessageFormat}},
                  Message: {{diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}},
                  Category: {{diagnostic.Descriptor.Category}}
                }
            """);

        return $"{{\n  Diagnostics: [\n{string.Join(",\n", descriptions)}\n  ]\n}}".ReplaceLineEndings("\n");
    }

    private static async Task<IEnumerable<string>> Compare(string directory, string name, string text)
    {
        string verified = Insert(name, "verified");
        string received = Insert(name, "received");
        string verifiedPath = Path.Combine(directory, verified);
        string receivedPath = Path.Combine(directory, received);
        File.Delete(receivedPath);

        bool exists = File.Exists(verifiedPath);
        if (exists && (await File.ReadAllTextAsync(verifiedPath)).ReplaceLineEndings("\n") == text)
            return [];

        await File.WriteAllTextAsync(receivedPath, text, Utf8WithBom);
        return [$"{(exists ? "NotEqual" : "New")}:\n  - Received: {received}\n  - Verified: {verified}"];
    }

    private static IEnumerable<string> VerifiedFiles(string directory, string test) => Directory.EnumerateFiles(directory, $"{test}*.verified.*")
        .Select(path => Path.GetFileName(path).Replace(".verified", "", StringComparison.Ordinal))
        .Where(name => name.StartsWith(test + "#", StringComparison.Ordinal) || name == test + ".txt");

    private static string Insert(string name, string state) => Path.ChangeExtension(name, state + Path.GetExtension(name));

    /// <summary>What Verify calls SettingsTask, as far as it is used here.</summary>
    internal sealed class TextTarget(string text, string sourceFile, string method)
    {
        public async Task UseTextForParameters(string parameters)
        {
            string directory = Path.GetDirectoryName(sourceFile)!;
            IEnumerable<string> failures = await Compare(directory, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}_{parameters}.txt", text);
            if (failures.Any())
                throw new InvalidOperationException($"Directory: {directory}\n{string.Join('\n', failures)}");
        }
    }
}
