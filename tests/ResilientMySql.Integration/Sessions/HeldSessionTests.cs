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
}
