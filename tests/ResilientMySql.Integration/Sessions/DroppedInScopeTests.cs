using System.Runtime.CompilerServices;
using System.Transactions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Connections that are dropped without being closed inside a scope.</summary>
public sealed class DroppedInScopeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WithItsReaderOpen_IsNotLentToTheScopesNextConnection(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await LeakAsync(dataSource, mode);
            for (int i = 0; i < 15; i++)
            {
                GC.Collect();
                await Task.Delay(100);
            }

            await using ResilientMySqlConnection next = dataSource.CreateConnection();
            await mode.OpenAsync(next);
            Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(next, "SELECT 1"), null));
        }

        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(dataSource.GetStatistics().LeasedSessions == 0);
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeakAsync(ResilientMySqlDataSource dataSource, CallMode mode)
    {
        ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ReaderAsync(new ResilientMySqlCommand("SELECT city_id FROM city", connection));
    }
}
