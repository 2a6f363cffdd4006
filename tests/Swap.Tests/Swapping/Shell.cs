using System.Diagnostics;

namespace Swap.Tests.Swapping;

/// <summary>Runs programs of the repository, from its root.</summary>
internal static class Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The exit code and everything printed, on both streams.</summary>
    /// <param name="program">One of the system's, or a script by its path below the root.</param>
    /// <param name="arguments">As the program gets them.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program.Contains('/', StringComparison.Ordinal) ? Repository.PathOf(program) : program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RepositoryRoot"] = Repository.Root; // a property of the copied projects
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // no build server stays and holds our streams open
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Longest}:\n{await output}{await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }
}
