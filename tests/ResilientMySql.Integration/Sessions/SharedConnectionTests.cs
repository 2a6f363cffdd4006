using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Two threads on one connection: refused, so that neither reads the other's answer.</summary>
public sealed class SharedConnectionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SecondCallAtTheSameTime_IsRefusedAndTheFirstGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        Task<object?> first = Task.Run(() => mode.ScalarAsync(connection, "SELECT CONCAT('first', SLEEP(1.5))"));
        await Eventually.HoldsAsync(async () => await rented.Server.QueryAsync<long>(
            $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND command IN ('Query', 'Execute')") > 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ScalarAsync(connection, "SELECT 'second'"));

        Assert.Equal("first0", await first);
        Assert.Equal("third", await mode.ScalarAsync(connection, "SELECT 'third'"));
        Assert.Equal(thread, connection.ServerThread);
    }
}
