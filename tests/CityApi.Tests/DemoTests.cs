using System.Diagnostics;
using System.Text.RegularExpressions;
using ResilientMySql.TestServers;

namespace CityApi.Tests;

/// <summary>The show of <c>./demo</c>, without the script's installing and building.</summary>
public sealed partial class DemoTests
{
    [SkippableFact]
    public async Task Once_ShowsThatNoRequestNoticesAndLeavesNothing()
    {
        await using var _ = await Engines.RentPrivateAsync(ServerEngine.MariaDb); // or skips
        using var demo = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CityApi.Demo.dll"), "--once"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = demo.StandardError.ReadToEndAsync();
        var story = await demo.StandardOutput.ReadToEndAsync();
        await demo.WaitForExitAsync();

        Assert.Empty(await complaints);
        Assert.Equal(0, demo.ExitCode);
        Assert.Matches(Page(), story);
        Assert.Matches(@"[1-9]\d* requests, 0 failed", story);
        Assert.Matches(@"Session rehydrated: server thread \d+ -> \d+", story);
        Assert.Equal(3, ServerProcess().Count(story)); // started, killed, started again
        Assert.All(ServerProcess().Matches(story), static process => Assert.False(IsAlive(process.Groups[1].Value)));
    }

    [SkippableFact]
    public async Task Killed_TakesServerAndApplicationAlong()
    {
        await using var _ = await Engines.RentPrivateAsync(ServerEngine.MariaDb); // or skips
        using var demo = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CityApi.Demo.dll")])
        {
            RedirectStandardOutput = true,
        })!;
        var story = "";
        while (!story.Contains("until Ctrl-C", StringComparison.Ordinal))
            story += await demo.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The demo ended early:\n{story}");
        using var client = new HttpClient();
        var page = Page().Match(story).Value;
        Assert.Equal("City \"London\" is #312", await client.GetStringAsync(page));

        demo.Kill(entireProcessTree: false);

        await AssertEndsAsync(() => Refuses(client, page));
        await AssertEndsAsync(() => Task.FromResult(!IsAlive(ServerProcess().Matches(story)[^1].Groups[1].Value)));
    }

    private static async Task AssertEndsAsync(Func<Task<bool>> ended)
    {
        var waited = Stopwatch.StartNew();
        while (!await ended())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "Something outlives the demo.");
            await Task.Delay(10);
        }
    }

    private static async Task<bool> Refuses(HttpClient client, string page)
    {
        try
        {
            await client.GetStringAsync(page);
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
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

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\?city=London")]
    private static partial Regex Page();

    [GeneratedRegex(@"\(process (\d+)\)")]
    private static partial Regex ServerProcess();
}
