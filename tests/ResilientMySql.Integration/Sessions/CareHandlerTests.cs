using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a user's own code does to idle sessions while they are looked after.</summary>
public sealed class CareHandlerTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandlerThatThrows_PoolLosesNoSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=3");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        bool throws = true;
        int heard = 0;
        dataSource.Rehydrated += (_, _) =>
        {
            if (throws && Interlocked.Increment(ref heard) > 0)
                throw new InvalidDataException("A handler's own fault.");
        };

        await rented.Server.KillAllSessionsAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref heard) > 0));
        throws = false;

        await mode.OpenAsync(connection);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
        Assert.Equal(1, dataSource.Pool.OpenCount);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenedCallbackThatThrows_PoolLosesNoSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        bool throws = false;
        int thrown = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=3")
            .UseConnectionOpenedCallback((_, _) => throws && Interlocked.Increment(ref thrown) > 0 ? throw new InvalidDataException("A callback's own fault.") : default)
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);

        throws = true;
        await rented.Server.KillAllSessionsAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref thrown) > 0));
        throws = false;

        await mode.OpenAsync(connection);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandlerThatForbids_IsAskedOnceAndTheSessionIsClosed(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        int asked = 0;
        dataSource.Rehydrating += (_, rehydrating) =>
        {
            Interlocked.Increment(ref asked);
            rehydrating.Cancel = true;
        };

        await rented.Server.KillAllSessionsAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(Volatile.Read(ref asked) > 0));
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        Assert.Equal((1, 0), (Volatile.Read(ref asked), dataSource.GetStatistics().IdleSessions));
        await mode.OpenAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LoggerThatThrows_PoolLosesNoSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var log = new ThrowingLog();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=3", log);
        for (int i = 0; i < 2; i++)
        {
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
            await mode.CloseAsync(connection);
        }

        Assert.Equal((1, 0), (dataSource.GetStatistics().IdleSessions, dataSource.GetStatistics().LeasedSessions));
    }
}
