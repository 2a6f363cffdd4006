using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Idle sessions that died are replaced before anybody needs them.</summary>
public sealed class IdleCareTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task KilledWhileIdle_IsReplacedAheadOfNeed(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.CloseAsync(connection);

        await rented.Server.KillSessionAsync(thread);

        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics() is { RehydrationsWhileIdle: 1, IdleSessions: 1 }));
        await mode.OpenAsync(connection);
        Assert.NotEqual(thread, connection.ServerThread);
        await mode.ScalarAsync(connection, "SELECT 1");
        Assert.Equal((1, 1), (dataSource.GetStatistics().Rehydrations, dataSource.GetStatistics().Opened));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerRestarted_SessionsAreThereAgainBeforeTheFirstRequest(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        Skip.IfNot(rented.Server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        ResilientMySqlConnection[] connections = [.. Enumerable.Range(0, 4).Select(_ => dataSource.CreateConnection())];
        foreach (ResilientMySqlConnection connection in connections)
            await mode.OpenAsync(connection);

        foreach (ResilientMySqlConnection connection in connections)
            await mode.CloseAsync(connection);

        await rented.Server.KillAsync();
        await rented.Server.StartAgainAsync();

        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics() is { RehydrationsWhileIdle: 4, IdleSessions: 4 }));
        Assert.Equal(4, await rented.Server.CountSessionsAsync());
        long opened = dataSource.GetStatistics().Opened;
        await mode.OpenAsync(connections[0]);
        await mode.ScalarAsync(connections[0], "SELECT 1");
        Assert.Equal((opened, 0L), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().RehydrationsOnLease + dataSource.GetStatistics().RehydrationsOnCall));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RecoveryOff_IdleSessionsThatDiedAreClosedAndNotReplaced(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Recovery=Off");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);

        await rented.Server.KillAllSessionsAsync();

        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics() is { IdleSessions: 0, Closed: 1 }));
        Assert.Equal(0, dataSource.GetStatistics().Rehydrations);
        await mode.OpenAsync(connection);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
    }
}
