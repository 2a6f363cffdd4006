using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>How many sessions there are: at most, at least, and idle.</summary>
public sealed class PoolSizeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AcquireTimeoutOfZero_FailsAtOnceWhenAllAreInUse(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=0;Connection Timeout=600");
        await using var first = dataSource.CreateConnection();
        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(first);

        var refused = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(second)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(LossCause.PoolExhausted, Assert.IsType<ResilientMySqlException>(refused.InnerException).Cause);
        Assert.Contains("within 0 s", refused.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(1, dataSource.GetStatistics().Refusals(LossCause.PoolExhausted));
        await mode.CloseAsync(first);
        await mode.OpenAsync(second);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Waiter_GetsTheSessionThatComesBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=60");
        await using var first = dataSource.CreateConnection();
        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(first);
        int thread = first.ServerThread;
        Task opening = Task.Run(() => mode.OpenAsync(second));
        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics().WaitingCallers == 1));

        await mode.CloseAsync(first);

        await opening.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(thread, second.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MinimumPoolSize_IsOpenedInTheBackgroundAndKept(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Minimum Pool Size=3;Connection Idle Timeout=1");
        await using var connection = dataSource.CreateConnection();

        await mode.OpenAsync(connection);

        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == 3);
        await mode.CloseAsync(connection);
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(3, await rented.Server.CountSessionsAsync());
        Assert.Equal(3, dataSource.GetStatistics().IdleSessions);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WarmUp_OpensSessionsAheadOfNeed(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Minimum Pool Size=4");

        if (mode is CallMode.Sync)
            dataSource.WarmUp();
        else
            await dataSource.WarmUpAsync();

        Assert.Equal((4, 4L), (dataSource.GetStatistics().IdleSessions, dataSource.GetStatistics().Opened));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        Assert.Equal(4, dataSource.GetStatistics().Opened);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MaximumIdleSessions_MoreAreClosedAsTheyComeBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Idle Sessions=1");
        ResilientMySqlConnection[] connections = [dataSource.CreateConnection(), dataSource.CreateConnection(), dataSource.CreateConnection()];
        foreach (ResilientMySqlConnection connection in connections)
            await mode.OpenAsync(connection);

        foreach (ResilientMySqlConnection connection in connections)
            await mode.CloseAsync(connection);

        Assert.Equal(1, dataSource.GetStatistics().IdleSessions);
        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == 1);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DisposedDataSource_TurnsAwayWhoWaits(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Acquire Timeout=600");
        await using var first = dataSource.CreateConnection();
        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(first);
        Task opening = Task.Run(() => mode.OpenAsync(second));
        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics().WaitingCallers == 1));

        await dataSource.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MaxConcurrentOpens_BoundsHowManyAreOnTheirWay(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        int now = 0, most = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Max Concurrent Opens=2")
            .UseConnectionOpenedCallback(async (_, cancellationToken) =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                await Task.Delay(20, cancellationToken);
                Interlocked.Decrement(ref now);
            })
            .Build();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await mode.ScalarAsync(connection, "SELECT SLEEP(0.1)");
        })));

        Assert.Equal(2, most);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (value > seen)
            seen = Interlocked.CompareExchange(ref most, value, seen) is var found && found == seen ? value : found;
    }
}
