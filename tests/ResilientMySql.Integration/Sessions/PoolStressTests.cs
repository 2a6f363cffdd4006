using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Ten thousand callers on eight sessions: everyone gets his turn, and the server never sees a ninth.</summary>
[Collection(nameof(Timed))]
public sealed class PoolStressTests(ITestOutputHelper output)
{
    private const int Callers = 10_000;
    private const int Sessions = 8;
    private const int Deaths = 5;

    // In places: those that hold a session, and those whose answer waits for a thread to run on. Out of turn altogether, half of
    // the callers would be thousands behind.
    private const int UsualDelay = 200;
    private const int LongestDelay = 2_500;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task TenThousandCallers_AreServedInTurnByEightSessions(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using PoolUser user = await PoolUser.CreateAsync(rented.Server);
        await using ResilientMySqlDataSource dataSource = Open(user);
        var queries = new SampleQueries(dataSource);
        var turns = new Turns(Callers);
        await using ConnectionPeak peak = await ConnectionPeak.StartAsync(rented.Server);
        await using SessionWatch watch = SessionWatch.Start(rented.Server);

        Task<City>[] callers = [.. Enumerable.Range(0, Callers).Select(caller => AskInTurnAsync(queries, caller, turns))];
        City[] answers = await Task.WhenAll(callers).WaitAsync(Limit);
        await watch.StopAsync();

        Assert.Equal(Enumerable.Range(0, Callers).Select(IdOf), answers.Select(static city => city.CityId));
        output.WriteLine($"at most {watch.Most} sessions in {watch.Counts} counts; {turns.DelayOf(0.99)} places behind at most, but for one in a hundred; {turns.DelayOf(1)} for that one");
        Assert.InRange(watch.Most, 1, Sessions);
        Assert.InRange(await peak.ReadAsync(), Sessions, Sessions + 2); // the two that look on
        Assert.InRange(dataSource.Pool.OpenCount, 1, Sessions);
        Assert.InRange(turns.DelayOf(0.99), 0, UsualDelay);
        Assert.InRange(turns.DelayOf(1), 0, LongestDelay);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task TenThousandCallersAndAServerThatDiesFiveTimes_EveryoneIsAnswered(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using PoolUser user = await PoolUser.CreateAsync(server);
        await using ResilientMySqlDataSource dataSource = Open(user);
        var queries = new SampleQueries(dataSource);
        var answers = new Tally();
        using var stop = new CancellationTokenSource();
        await using SessionWatch watch = SessionWatch.Start(server);

        Task<int>[] callers = [.. Enumerable.Range(0, Callers).Select(caller => AskUntilAsync(queries, caller, answers, stop.Token))];
        for (int death = 0; death < Deaths; death++)
        {
            // Those that lost their answer have it by then: a read is repeated once, not twice.
            await answers.RiseByAsync(Callers / 4, Limit);
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await answers.RiseByAsync(Callers, Limit);
        await stop.CancelAsync();
        int[] counts = await Task.WhenAll(callers).WaitAsync(Limit);
        await watch.StopAsync();

        output.WriteLine($"at most {watch.Most} sessions in {watch.Counts} counts; {counts.Sum()} answers, {counts.Min()} to {counts.Max()} each");
        Assert.All(counts, static count => Assert.True(count > 0));
        Assert.InRange(watch.Most, 1, Sessions);
        Assert.InRange(dataSource.Pool.OpenCount, 1, Sessions);
    }

    private static ResilientMySqlDataSource Open(PoolUser user) =>
        new(user.ConnectionString + $";Maximum Pool Size={Sessions};Connection Timeout=120;Recovery Timeout=120");

    private static async Task<City> AskInTurnAsync(SampleQueries queries, int caller, Turns turns)
    {
        City city = await queries.GetCityAsync(IdOf(caller));
        turns.NoteServed(caller);
        return city;
    }

    /// <summary>How many answers he got, all of them right.</summary>
    private static async Task<int> AskUntilAsync(SampleQueries queries, int caller, Tally answers, CancellationToken stop)
    {
        int count = 0;
        do
        {
            City city = await queries.GetCityAsync(IdOf(caller));
            Assert.Equal(IdOf(caller), city.CityId);
            answers.Add();
            count++;
        }
        while (!stop.IsCancellationRequested);

        return count;
    }

    private static int IdOf(int caller) => (caller % 600) + 1;
}
