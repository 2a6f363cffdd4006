using System.Diagnostics;

namespace ResilientMySql.TestServers.Tests;

/// <summary>What is left when the process that started a server is killed.</summary>
public sealed class OrphanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<ServerEngine> Engines => TestServerTests.Engines;

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task HolderKilled_LeavesNeitherServerNorDirectory(ServerEngine engine)
    {
        var host = await StartHostAsync(engine);
        Assert.True(Directory.Exists($"/proc/{host.ServerProcessId}"));
        Assert.True(Directory.Exists(host.Directory));

        host.Process.Kill(entireProcessTree: false);

        await AssertGoneAsync(host);
    }

    [SkippableTheory, MemberData(nameof(Engines))]
    public async Task HolderOfAFrozenServerKilled_LeavesNeitherServerNorDirectory(ServerEngine engine)
    {
        var host = await StartHostAsync(engine);
        using var freeze = Process.Start("kill", ["-STOP", $"{host.ServerProcessId}"]);
        await freeze.WaitForExitAsync();

        host.Process.Kill(entireProcessTree: false);

        await AssertGoneAsync(host);
    }

    private static async Task<HostedServer> StartHostAsync(ServerEngine engine)
    {
        var variable = "RESILIENTMYSQL_" + engine.ToString().ToUpperInvariant();
        Skip.If(Environment.GetEnvironmentVariable(variable) is { Length: > 0 }, $"{variable} names a server that is not ours to control.");
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ResilientMySql.TestServers.Host.dll"), $"{engine}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var processId = await ReadValueAsync(process, "pid=");
        var directory = await ReadValueAsync(process, "directory=");
        return new HostedServer(process, processId, directory);
    }

    private static async Task<string> ReadValueAsync(Process process, string prefix)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith(prefix, line, StringComparison.Ordinal);
        return line![prefix.Length..];
    }

    private static async Task AssertGoneAsync(HostedServer host)
    {
        var waited = Stopwatch.StartNew();
        while ((IsAlive(host.ServerProcessId) || Directory.Exists(host.Directory)) && waited.Elapsed < Patience)
            await Task.Delay(10);

        Assert.False(IsAlive(host.ServerProcessId), "The server outlives the process that started it.");
        Assert.False(Directory.Exists(host.Directory), "The server's directory outlives the process that made it.");
        host.Process.Dispose();
    }

    // In a container without an init nobody reaps an orphan: its entry stays, as a zombie.
    private static bool IsAlive(string processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private sealed record HostedServer(Process Process, string ServerProcessId, string Directory);
}
