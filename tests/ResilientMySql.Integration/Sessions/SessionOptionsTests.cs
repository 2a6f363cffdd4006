using System.Data;
using Microsoft.Extensions.Time.Testing;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Whose a session is, what it starts with, and when it is looked at.</summary>
public sealed class SessionOptionsTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AffinityOfThreads_EachGetsItsOwnAgain(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Session Affinity=Thread");
        using var one = new OneThread();
        using var other = new OneThread();
        int first = await one.RunAsync(() => ServerThread(dataSource));
        int second = await other.RunAsync(() => ServerThread(dataSource));

        // Without affinity there would be one session, and the last would be lent first.
        Assert.NotEqual(first, second);
        Assert.Equal(first, await one.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(first, await one.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(second, await other.RunAsync(() => ServerThread(dataSource)));
        Assert.Equal(2, dataSource.GetStatistics().IdleSessions);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AffinityOfThreads_FullPoolAndEndedThreads_SessionsAreTakenOver(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Session Affinity=Thread;Maximum Pool Size=2");
        using var first = new OneThread();
        using var second = new OneThread();
        using var third = new OneThread();
        int[] theirs = [await first.RunAsync(() => ServerThread(dataSource)), await second.RunAsync(() => ServerThread(dataSource))];

        Assert.Contains(await third.RunAsync(() => ServerThread(dataSource)), theirs);
        Assert.Equal(2, dataSource.GetStatistics().Opened);
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
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RetireSessionsAfter_TheSessionServesItsUserAndNobodyElse(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString)
            .RetireSessionsAfter(static error => error.ErrorCode is MySqlErrorCode.NoSuchTable)
            .Build();
        await using var connection = dataSource.CreateConnection();
        foreach ((string sql, bool isRetired) in new[] { ("SELECT nope FROM city", false), ("SELECT 1 FROM nowhere", true) })
        {
            await mode.OpenAsync(connection);
            int thread = connection.ServerThread;
            await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, sql));
            await mode.ScalarAsync(connection, "SELECT 1");
            Assert.Equal(thread, connection.ServerThread);
            await mode.CloseAsync(connection);
            await mode.OpenAsync(connection);
            Assert.Equal(isRetired, thread != connection.ServerThread);
            await mode.CloseAsync(connection);
        }
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

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RetireSessionsAfter_ErrorBehindTheFirstResultSet_Counts(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString)
            .RetireSessionsAfter(static error => error.ErrorCode is MySqlErrorCode.NoSuchTable)
            .Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1; SELECT 1 FROM nowhere";
        await using (System.Data.Common.DbDataReader reader = await mode.ReaderAsync(command))
            await Assert.ThrowsAsync<MySqlException>(async () => _ = mode is CallMode.Sync ? reader.NextResult() : await reader.NextResultAsync());

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.NotEqual(thread, connection.ServerThread);
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

    [SkippableTheory]
    [InlineData(ProbeMode.BeforeCall, CallMode.Sync, true, true)]
    [InlineData(ProbeMode.BeforeCall, CallMode.Async, true, true)]
    [InlineData(ProbeMode.OnLease, CallMode.Sync, true, false)]
    [InlineData(ProbeMode.OnLease, CallMode.Async, true, false)]
    [InlineData(ProbeMode.Never, CallMode.Sync, false, false)]
    [InlineData(ProbeMode.Never, CallMode.Async, false, false)]
    public async Task Probe_SaysWhenADeathIsSeenBeforeAWriteIsSent(ProbeMode probe, CallMode mode, bool isSeenOnLease, bool isSeenBeforeCall)
    {
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            await using RentedServer rented = await ServerPool.RentAsync(engine);

            // The clock stands still, so that nobody looks after idle sessions in the background.
            var time = new FakeTimeProvider();
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + $";Probe={probe}", null, time);
            await using var connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await mode.CloseAsync(connection);
            await rented.Server.KillAllSessionsAsync();
            time.Advance(TimeSpan.FromMilliseconds(200));
            await mode.OpenAsync(connection);
            Assert.Equal(isSeenOnLease, await TryWriteAsync(mode, connection));

            await mode.ScalarAsync(connection, "SELECT 1");
            await rented.Server.KillAllSessionsAsync();
            Assert.Equal(isSeenBeforeCall, await TryWriteAsync(mode, connection));
        }
    }

    /// <summary>Whether it went through; where it was sent to the dead session nobody knows.</summary>
    private static async Task<bool> TryWriteAsync(CallMode mode, ResilientMySqlConnection connection)
    {
        try
        {
            await mode.ExecuteAsync(connection, "UPDATE city SET city = city WHERE city_id = 1");
            return true;
        }
        catch (ResilientMySqlException lost) when (lost.Outcome is ExecutionOutcome.Unknown)
        {
            return false;
        }
    }

    private static int ServerThread(ResilientMySqlDataSource dataSource)
    {
        using ResilientMySqlConnection connection = dataSource.OpenConnection();
        return connection.ServerThread;
    }
}
