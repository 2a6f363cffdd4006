using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>When a session is reset that comes back.</summary>
public sealed class ResetModeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ResetAlways_EvenACleanSessionIsReset(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Reset=Always;Maximum Pool Size=1");
        await using var connection = dataSource.CreateConnection();
        for (int i = 0; i < 3; i++)
        {
            await mode.OpenAsync(connection);
            await mode.ScalarAsync(connection, "SELECT 1");
            await mode.CloseAsync(connection);
        }

        Assert.Equal((3L, 1L), (dataSource.GetStatistics().Resets, dataSource.GetStatistics().Opened));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ResetNever_SettingsStayAndTransactionsDoNot(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Reset=Never;Maximum Pool Size=1");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(thread, connection.ServerThread);
        Assert.Equal("+05:00", await mode.ScalarAsync(connection, "SELECT @@time_zone"));

        await mode.ExecuteAsync(connection, "BEGIN");
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 1)");
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(0L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"), null));
    }

    [SkippableTheory]
    [InlineData("START TRANSACTION; INSERT INTO city (city, country_id) VALUES ('Atlantis', 1)")]
    [InlineData("CALL leave_open()")]
    public async Task ResetNever_TransactionLeftByAListOrARoutine_IsRolledBack(string sql)
    {
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            await using RentedServer rented = await ServerPool.RentAsync(engine);
            await rented.Server.ExecuteAsync($"DROP PROCEDURE IF EXISTS {rented.Server.Database}.leave_open");
            await rented.Server.ExecuteAsync(
                $"CREATE PROCEDURE {rented.Server.Database}.leave_open() BEGIN START TRANSACTION; INSERT INTO city (city, country_id) VALUES ('Atlantis', 1); END");
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Reset=Never;Maximum Pool Size=1");
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            connection.Open();
            await CallMode.Sync.ExecuteAsync(connection, sql);
            connection.Close();

            connection.Open();
            await CallMode.Sync.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Lemuria', 1)");
            connection.Close();

            Assert.Equal("Lemuria", await rented.Server.QueryAsync<string>(
                $"SELECT GROUP_CONCAT(city) FROM {rented.Server.Database}.city WHERE city IN ('Atlantis', 'Lemuria')"));
        }
    }
}
