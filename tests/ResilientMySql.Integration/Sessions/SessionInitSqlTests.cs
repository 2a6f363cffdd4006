using System.Data;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a session starts with, by its connection string.</summary>
public sealed class SessionInitSqlTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionInitSql_HoldsFromTheStartAfterALossAndAfterAReset(ServerEngine engine, CallMode mode)
    {
        const string Question = "SELECT CONCAT_WS('|', @@time_zone, @@sql_mode, @@autocommit + 0)";
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(
            rented.Server.ConnectionString + ";Session Init Sql=\"SET time_zone = '+07:00'; SET sql_mode = 'ANSI_QUOTES';\";Maximum Pool Size=1");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        Assert.Equal("+07:00|ANSI_QUOTES|1", await mode.ScalarAsync(connection, Question));

        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00', sql_mode = ''");
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(thread, connection.ServerThread);
        Assert.Equal("+07:00|ANSI_QUOTES|1", await mode.ScalarAsync(connection, Question));

        await rented.Server.KillAllSessionsAsync();
        Assert.Equal("+07:00|ANSI_QUOTES|1", await mode.ScalarAsync(connection, Question));
    }

    [Theory]
    [InlineData("INSERT INTO city (city) VALUES ('x')")]
    [InlineData("SET time_zone = '+00:00'; DELETE FROM city")]
    [InlineData("CALL set_up()")]
    [InlineData("BEGIN")]
    [InlineData("LOCK TABLES city WRITE")]
    [InlineData("FLUSH TABLES WITH READ LOCK")]
    [InlineData(@"SELECT '\''; SELECT ' ; DELETE FROM city -- '")]
    public void SessionInitSql_ThatDoesMore_IsRefused(string sql)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ResilientMySqlDataSource($"Server=127.0.0.1;Session Init Sql=\"{sql}\""));

        Assert.Contains("Session Init Sql", refused.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionInitSql_SchemaOnlyLeavesWhatSessionInitSqlHasSet(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Session Init Sql='SET sql_select_limit = 3'");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city FROM city";
        await using (await mode.ReaderAsync(command, CommandBehavior.SchemaOnly))
        {
        }

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.Equal(3UL, Convert.ToUInt64(await mode.ScalarAsync(connection, "SELECT @@sql_select_limit"), null));
    }
}
