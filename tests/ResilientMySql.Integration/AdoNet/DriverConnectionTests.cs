using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>The way out to the driver's own connection: nothing that was done there is lost silently or left to others.</summary>
public sealed class DriverConnectionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandedOut_IsTheSessionItself(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION sort_buffer_size = 65536");

        MySqlConnection driver = await DriverOfAsync(mode, connection);

        Assert.Equal(connection.ServerThread, driver.ServerThread);
        await mode.ExecuteAsync(driver, "CREATE TEMPORARY TABLE mine (id INT)");
        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM mine"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedBefore_IsReplacedFirst(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await rented.Server.KillSessionAsync(connection.ServerThread);

        MySqlConnection driver = await DriverOfAsync(mode, connection);

        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(driver, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiesAfterwards_ItsStateIsReportedLost(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        MySqlConnection driver = await DriverOfAsync(mode, connection);
        await mode.ExecuteAsync(driver, "SET @mine = 1");
        await rented.Server.KillSessionAsync(connection.ServerThread);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));

        Assert.Equal((LossCause.SessionState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.Contains("Driver", lost.Message, StringComparison.Ordinal);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Closed_NextLeaseSeesNothingOfIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Allow User Variables=true");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        MySqlConnection driver = await DriverOfAsync(mode, connection);
        await mode.ExecuteAsync(driver, "SET @mine = 1");
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);

        Assert.Equal(DBNull.Value, await mode.ScalarAsync(connection, "SELECT @mine"));
    }

    private static async Task<MySqlConnection> DriverOfAsync(CallMode mode, ResilientMySqlConnection connection) =>
        mode is CallMode.Sync ? connection.Driver : await connection.GetDriverAsync();
}
