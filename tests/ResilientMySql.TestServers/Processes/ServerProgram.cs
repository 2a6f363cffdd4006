using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace ResilientMySql.TestServers.Processes;

/// <summary>An installed engine, as <c>eng/servers.sh</c> provides it.</summary>
/// <param name="Path">The executable that takes the server's options.</param>
/// <param name="Template">The initialised data directory that every instance copies.</param>
internal sealed record ServerProgram(string Path, string Template)
{
    private static readonly ConcurrentDictionary<ServerEngine, Lazy<Task<ServerProgram>>> Known = new();

    /// <summary>Asks the script once per process, which installs the engine where it is missing.</summary>
    public static Task<ServerProgram> FindAsync(ServerEngine engine) =>
        Known.GetOrAdd(engine, static engine => new(() => ProvideAsync(engine))).Value;

    private static async Task<ServerProgram> ProvideAsync(ServerEngine engine)
    {
        var script = typeof(ServerProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "ServersScript").Value!;
        var name = engine.ToString().ToUpperInvariant();
        using var process = Process.Start(new ProcessStartInfo("bash", [script, name.ToLowerInvariant()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} failed with exit code {process.ExitCode}:\n{await messages}");

        var values = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        return new ServerProgram(values[name + "_PROGRAM"], values[name + "_TEMPLATE"]);
    }
}
