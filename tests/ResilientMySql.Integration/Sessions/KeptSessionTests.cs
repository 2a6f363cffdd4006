using System.Transactions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Connections that keep their session while they are closed (Close Returns Session=false).</summary>
public sealed class KeptSessionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnotherConnectionString_GetsASessionOfItsOwn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Close Returns Session=false");
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);

        connection.ConnectionString = rented.Server.ConnectionString + ";Close Returns Session=false;Database=information_schema";
        await mode.OpenAsync(connection);

        Assert.Equal("information_schema", await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ScopesInBetween_LeaveNoSessionBehind(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Close Returns Session=false;Maximum Pool Size=3;Connection Timeout=3");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        for (int i = 0; i < 4; i++)
        {
            await mode.OpenAsync(connection);
            await mode.CloseAsync(connection);
            using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            {
                await mode.OpenAsync(connection);
                await mode.ScalarAsync(connection, "SELECT 1");
                scope.Complete();
            }

            // Used after the scope, it is a connection like any other.
            await mode.ScalarAsync(connection, "SELECT 2");
            await mode.CloseAsync(connection);
        }

        Assert.Equal(1, dataSource.GetStatistics().LeasedSessions);
    }
}
