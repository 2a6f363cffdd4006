using System.Transactions;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a connection keeps that does not return its session (Close Returns Session=false).</summary>
public sealed class HeldSessionTests
{
    private const string Keeps = ";Close Returns Session=false";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnotherConnectionString_OpensWhatItSays(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + Keeps);
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);

        connection.ConnectionString = rented.Server.ConnectionString + Keeps + ";Database=information_schema";
        await mode.OpenAsync(connection);

        Assert.Equal("information_schema", await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenedInScopesToo_KeepsOneSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + Keeps);
        await using var connection = dataSource.CreateConnection();
        for (int i = 0; i < 4; i++)
        {
            await mode.OpenAsync(connection);
            await mode.CloseAsync(connection);
            using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            {
                await mode.OpenAsync(connection);
                await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city");
                scope.Complete();
            }

            await mode.ScalarAsync(connection, "SELECT 1");
            await mode.CloseAsync(connection);
        }

        await connection.DisposeAsync();
        Assert.Equal(0, dataSource.GetStatistics().LeasedSessions);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task InfoMessage_HandlersAddedWhileItIsClosed_AreCalled(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + Keeps);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        int calls = 0;
        connection.InfoMessage += (_, _) => calls++;

        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "DO CAST('x' AS SIGNED)");

        Assert.Equal(1, calls);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DisposedUnderAReaderThatFails_GivesItBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + Keeps);
        var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1; DELETE FROM nowhere";
        await mode.ReaderAsync(command);

        await Assert.ThrowsAsync<MySqlException>(async () =>
        {
            if (mode is CallMode.Sync)
                connection.Dispose();
            else
                await connection.DisposeAsync();
        });

        Assert.Equal(0, dataSource.GetStatistics().LeasedSessions);
        GC.KeepAlive(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CloseReturnsSessionFalse_ConnectionKeepsItUntilItIsDisposedOf(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Close Returns Session=false");
        var keeper = dataSource.CreateConnection();
        await mode.OpenAsync(keeper);
        int thread = keeper.ServerThread;
        await mode.ExecuteAsync(keeper, "SET time_zone = '+05:00'");
        await mode.CloseAsync(keeper);

        await using var other = dataSource.CreateConnection();
        await mode.OpenAsync(other);
        Assert.NotEqual(thread, other.ServerThread);
        await mode.OpenAsync(keeper);
        Assert.Equal(thread, keeper.ServerThread);
        Assert.NotEqual("+05:00", await mode.ScalarAsync(keeper, "SELECT @@time_zone"));

        await keeper.DisposeAsync();
        await using var next = dataSource.CreateConnection();
        await mode.OpenAsync(next);
        Assert.Equal(thread, next.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CloseReturnsSessionFalse_SessionThatDiedMeanwhile_IsReplaced(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Close Returns Session=false");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        await rented.Server.KillAllSessionsAsync();

        await mode.OpenAsync(connection);

        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
        Assert.Equal(1, dataSource.Pool.OpenCount);
    }
}
