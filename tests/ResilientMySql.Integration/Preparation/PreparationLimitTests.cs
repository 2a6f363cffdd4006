using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Preparation;

/// <summary>The server's limit, <c>max_prepared_stmt_count</c>: room is made where there is some to make, and else texts are sent.</summary>
public sealed class PreparationLimitTests
{
    private const string OneSession = ";Maximum Pool Size=1";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task NoRoomOnTheServer_AnOlderStatementOfTheSessionMakesSome(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + OneSession);
        var queries = new SampleQueries(dataSource);
        await LimitedAsync(rented.Server, 1, async () =>
        {
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            for (int i = 1; i < 4; i++)
                Assert.Equal(i, Convert.ToInt32(await mode.PreparedAsync(connection, $"SELECT {i}"), null));

            await mode.CloseAsync(connection);
            long executed = await rented.Server.CountExecuteAsync();
            Assert.Equal(312, mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London"));
            Assert.Equal(executed + 1, await rented.Server.CountExecuteAsync());
            Assert.Equal(1, await rented.Server.CountPreparedAsync());
        });
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task NoRoomAtAll_OnlyPrepareItselfFails(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + OneSession + ";Auto Prepare Min Usages=1");
        var queries = new SampleQueries(dataSource);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using DbCommand prepared = connection.Command("SELECT city FROM city WHERE city_id = @v", 312);
        await mode.PrepareAsync(prepared);
        await LimitedAsync(rented.Server, 0, async () =>
        {
            await rented.Server.KillSessionAsync(connection.ServerThread);
            long before = await rented.Server.CountPrepareAsync();
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal("London", await mode.ScalarAsync(prepared));
                Assert.Equal("London", await mode.ScalarAsync(connection, "SELECT city FROM city WHERE city_id = 312"));
            }

            // MariaDB does not count what it refuses.
            Assert.InRange(await rented.Server.CountPrepareAsync(), before, before + 1);
            var refused = await Assert.ThrowsAsync<MySqlException>(() => mode.PreparedAsync(connection, "SELECT 1"));
            Assert.Equal(1461, refused.Number);

            await mode.CloseAsync(connection);
            for (int i = 0; i < 20; i++)
                Assert.Equal(312, mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London"));

            Assert.Equal(0, await rented.Server.CountPreparedAsync());
        });

        // There is room again, and after a while it is found.
        for (int i = 0; i < 200; i++)
            Assert.Equal(312, mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London"));

        Assert.Equal(1, await rented.Server.CountPreparedAsync());
    }

    private static async Task LimitedAsync(TestServer server, int limit, Func<Task> body)
    {
        long usual = await server.QueryAsync<long>("SELECT CAST(@@GLOBAL.max_prepared_stmt_count AS SIGNED)");
        await server.ExecuteAsync($"SET GLOBAL max_prepared_stmt_count = {limit}");
        try
        {
            await body();
        }
        finally
        {
            await server.ExecuteAsync($"SET GLOBAL max_prepared_stmt_count = {usual}");
        }
    }
}
