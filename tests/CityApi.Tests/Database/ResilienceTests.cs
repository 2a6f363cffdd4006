using System.Net;
using System.Text.Json;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace CityApi.Tests.Database;

/// <summary>What a caller sees of the database's death. Real time passes where a server must be down for a while.</summary>
public sealed class ResilienceTests
{
    private const string London = "/?city=London";
    private const string Answer = "City \"London\" is #312";

    public static TheoryData<ServerEngine> All => Engines.All;

    [SkippableTheory, MemberData(nameof(All))]
    public async Task ServerKilledAndRestartedBetweenRequests_IsNotNoticed(ServerEngine engine)
    {
        await using var rented = await Engines.RentPrivateAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server);
        Assert.Equal(Answer, await app.Client.GetStringAsync(London));

        await rented.Server.KillAsync();
        await rented.Server.StartAgainAsync();

        Assert.Equal(Answer, await app.Client.GetStringAsync(London));

        // The dead one's successor; a second one where the pool was just replacing it in the background when the request came.
        Assert.InRange(await rented.Server.CountSessionsAsync(), 1, 2);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task RequestWhileTheServerIsDown_WaitsForIt(ServerEngine engine)
    {
        await using var rented = await Engines.RentPrivateAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server);
        Assert.Equal(Answer, await app.Client.GetStringAsync(London));

        await rented.Server.KillAsync();
        var waiting = app.Client.GetAsync(London);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(1))));
        await rented.Server.StartAgainAsync();

        using var response = await waiting;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Answer, await response.Content.ReadAsStringAsync());
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task ServerDownLongerThanTheDeadline_Is503AndThenRecovers(ServerEngine engine)
    {
        await using var rented = await Engines.RentPrivateAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server, "Recovery Timeout=1");
        Assert.Equal(Answer, await app.Client.GetStringAsync(London));

        await rented.Server.KillAsync();
        await AssertUnavailableAsync(app.Client, rented.Server);
        await AssertUnavailableAsync(app.Client, rented.Server);
        await rented.Server.StartAgainAsync();

        await AssertRecoversAsync(app.Client);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task StartedWhileTheServerIsDown_Is503AndThenRecovers(ServerEngine engine)
    {
        await using var rented = await Engines.RentPrivateAsync(engine);
        await rented.Server.KillAsync();
        await using var app = await RunningApp.StartAsync(rented.Server, "Recovery Timeout=1;Connection Timeout=1");

        await AssertUnavailableAsync(app.Client, rented.Server);
        await rented.Server.StartAgainAsync();

        await AssertRecoversAsync(app.Client);
    }

    [SkippableTheory, MemberData(nameof(All))]
    public async Task SixteenCallersAcrossARestart_AllSucceedWithinThePool(ServerEngine engine)
    {
        const int maximumPoolSize = 6;
        await using var rented = await Engines.RentPrivateAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server, $"Maximum Pool Size={maximumPoolSize}");
        using var leaving = new CancellationTokenSource();
        var answers = new int[16];
        var callers = Enumerable.Range(0, answers.Length).Select(caller => Task.Run(async () =>
        {
            while (!leaving.IsCancellationRequested)
            {
                Assert.Equal(Answer, await app.Client.GetStringAsync(London));
                Interlocked.Increment(ref answers[caller]);
            }
        })).ToArray();
        var sessions = WatchSessionsAsync(rented.Server, leaving.Token);

        await HearFromAllAsync(answers, callers);
        await rented.Server.KillAsync();
        await rented.Server.StartAgainAsync();
        await HearFromAllAsync(answers, callers);
        await HearFromAllAsync(answers, callers);
        await leaving.CancelAsync();
        await Task.WhenAll(callers);

        // One death: no session is replaced twice.
        Assert.InRange(app.Rehydrations.Count, 1, maximumPoolSize);
        Assert.Equal(app.Rehydrations.Count, app.Rehydrations.DistinctBy(static rehydration => rehydration.OldThread).Count());
        Assert.InRange(await sessions, 2, maximumPoolSize);
        Assert.InRange(await rented.Server.CountSessionsAsync(), 2, maximumPoolSize);
    }

    private static async Task AssertUnavailableAsync(HttpClient client, TestServer server)
    {
        using var response = await client.GetAsync(London);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(503, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
        var connection = new MySqlConnectionStringBuilder(server.ConnectionString);
        foreach (var secret in (string[])["   at ", "Exception", "MySql", connection.Server, connection.UserID, connection.Password, $"{connection.Port}"])
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By itself; with a deadline of one second a busy machine may need more than one request.</summary>
    private static async Task AssertRecoversAsync(HttpClient client)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await client.GetAsync(London);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < 20)
                continue;

            Assert.Equal(Answer, await response.Content.ReadAsStringAsync());
            return;
        }
    }

    /// <summary>Waits until every caller has got ten more answers, or one of them has failed.</summary>
    private static async Task HearFromAllAsync(int[] answers, Task[] callers)
    {
        var before = answers.ToArray();
        while (answers.Zip(before).Any(static pair => pair.First < pair.Second + 10))
        {
            Assert.DoesNotContain(callers, static caller => caller.IsFaulted);
            await Task.Delay(5);
        }
    }

    /// <summary>The most sessions seen at once, looking all the time while the server is there to ask.</summary>
    private static async Task<int> WatchSessionsAsync(TestServer server, CancellationToken cancellationToken)
    {
        var most = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                most = Math.Max(most, await server.CountSessionsAsync(CancellationToken.None));
            }
            catch (MySqlException)
            {
                await Task.Delay(5, CancellationToken.None); // it is down
            }
        }

        return most;
    }
}
