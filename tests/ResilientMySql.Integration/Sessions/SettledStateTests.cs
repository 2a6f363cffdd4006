using System.Transactions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a lease has done shows in nothing that the next one does.</summary>
public sealed class SettledStateTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task IsolationInheritedFromTheLostServer_IsNotLentOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string isolation = engine is ServerEngine.MariaDb ? "tx_isolation" : "transaction_isolation";
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using var connection = dataSource.CreateConnection();
        try
        {
            await mode.OpenAsync(connection);
            await rented.Server.ExecuteAsync($"SET GLOBAL {isolation} = 'READ-COMMITTED'");
            await rented.Server.KillAllSessionsAsync();
            Assert.Equal("REPEATABLE-READ", await mode.ScalarAsync(connection, $"SELECT @@{isolation}"));
            await mode.CloseAsync(connection);

            await mode.OpenAsync(connection);

            Assert.Equal("READ-COMMITTED", await mode.ScalarAsync(connection, $"SELECT @@{isolation}"));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"SET GLOBAL {isolation} = 'REPEATABLE-READ'");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionOfAnEarlierLease_DoesNotKeepItFromASharedScope(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Use XA Transactions=false");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CommitAsync(await mode.BeginAsync(connection));
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);
        using var scope = new TransactionScope(
            TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.RepeatableRead }, TransactionScopeAsyncFlowOption.Enabled);
        await using (ResilientMySqlConnection first = dataSource.CreateConnection())
        {
            await mode.OpenAsync(first);
            await mode.ExecuteAsync(first, "UPDATE city SET city = 'Atlantis' WHERE city_id = 1");
        }

        connection.EnlistTransaction(Transaction.Current);

        Assert.Equal("Atlantis", await mode.ScalarAsync(connection, "SELECT city FROM city WHERE city_id = 1"));
        scope.Complete();
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DefaultIsolationSetByText_LeavesStatementsPrepared(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        await mode.CloseAsync(connection);

        for (int i = 0; i < 3; i++)
        {
            await mode.OpenAsync(connection);
            await using ResilientMySqlCommand command = connection.CreateCommand();
            command.CommandText = "SELECT city FROM city WHERE city_id = 1";
            await mode.PrepareAsync(command);
            await mode.ScalarAsync(command);
            await mode.CloseAsync(connection);
        }

        Assert.Equal("1", await rented.Server.QueryAsync<string>("SELECT VARIABLE_VALUE FROM "
            + (engine is ServerEngine.MariaDb ? "information_schema.GLOBAL_STATUS" : "performance_schema.global_status")
            + " WHERE VARIABLE_NAME = 'Prepared_stmt_count'"));
    }
}
