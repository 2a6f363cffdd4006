using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Session Affinity=Thread: whose a session is while nobody has it.</summary>
public sealed class SessionAffinityTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AffinityOfThreads_EachGetsItsOwnAgain(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Session Affinity=Thread");
        using var one = new OneThread();
        using var other = new OneThread();
        int first = await one.RunAsync(() => ServerThread(dataSource));
        int second = await other.RunAsync(() => ServerThread(dataSource));

        // Without affinity there would be one session, and the last would be lent first.
        Assert.NotEqual(first, second);
        Assert.Equal(first, await one.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(first, await one.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(second, await other.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(2, dataSource.GetStatistics().IdleSessions);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AffinityOfThreads_FullPool_SessionsAreTakenOver(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Session Affinity=Thread;Maximum Pool Size=2");
        using var first = new OneThread();
        using var second = new OneThread();
        using var third = new OneThread();
        int[] theirs = [await first.RunAsync(() => ServerThread(dataSource)), await second.RunAsync(() => ServerThread(dataSource))];

        Assert.Contains(await third.RunAsync(() => ServerThread(dataSource)), theirs);
        Assert.Equal(2, dataSource.GetStatistics().Opened);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AffinityOfThreads_EndedThread_LeavesItsSessionToOthers(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Session Affinity=Thread");
        int left;
        using (var ended = new OneThread())
            left = await ended.RunAsync(() => ServerThread(dataSource));

        using var other = new OneThread();
        Assert.Equal(left, await other.RunAsync(() => ServerThread(dataSource)));
    }

    private static int ServerThread(ResilientMySqlDataSource dataSource)
    {
        using ResilientMySqlConnection connection = dataSource.OpenConnection();
        return connection.ServerThread;
    }
}
