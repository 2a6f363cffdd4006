using System.Diagnostics;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Faults;

/// <summary>Lets sessions die, and returns when the server is there again without them.</summary>
internal static class IdleDeaths
{
    /// <summary>To be called before the session is opened that <see cref="StrikeAsync"/> will end.</summary>
    public static Task PrepareAsync(this IdleDeath death, TestServer server)
    {
        Skip.IfNot(server.CanControl || death is IdleDeath.KillSession, "The server is external: it can be neither killed nor configured.");
        return death is IdleDeath.WaitTimeout ? server.SetWaitTimeoutAsync(1) : Task.CompletedTask;
    }

    /// <summary>Ends every session of the test user.</summary>
    public static async Task StrikeAsync(this IdleDeath death, TestServer server)
    {
        switch (death)
        {
            case IdleDeath.WaitTimeout:
                await WaitUntilNoSessionIsLeftAsync(server);
                break;
            case IdleDeath.KillSession:
                await server.KillAllSessionsAsync();
                break;
            case IdleDeath.KillServer:
                await server.KillAsync();
                await server.StartAgainAsync();
                break;
            case IdleDeath.ShutDownServer:
                await server.StopAsync();
                await server.StartAgainAsync();
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The server's own clock is the subject here.</summary>
    private static async Task WaitUntilNoSessionIsLeftAsync(TestServer server)
    {
        long start = Stopwatch.GetTimestamp();
        while (await server.CountSessionsAsync() > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "wait_timeout never struck.");
            await Task.Delay(100);
        }

        await server.SetWaitTimeoutAsync(28800);
    }
}
